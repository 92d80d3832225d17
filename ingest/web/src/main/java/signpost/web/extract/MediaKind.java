package signpost.web.extract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What sort of file an answer is, judged by its bytes before its label. */
public enum MediaKind {
  HTML,
  PDF,
  DOCX,
  PPTX,
  ODT,
  EPUB,
  TEXT,
  OTHER;

  private static final int PRESCAN = 1024;
  private static final int ENDS = 256 * 1024;
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final String OPEN = "application/vnd.oasis.opendocument.text";

  /** By the endings of their names; of a template or a show the same as of what it makes. */
  private static final Map<String, MediaKind> ENDINGS =
      Map.ofEntries(
          Map.entry("pdf", PDF),
          Map.entry("docx", DOCX),
          Map.entry("docm", DOCX),
          Map.entry("dotx", DOCX),
          Map.entry("pptx", PPTX),
          Map.entry("pptm", PPTX),
          Map.entry("ppsx", PPTX),
          Map.entry("odt", ODT),
          Map.entry("ott", ODT),
          Map.entry("epub", EPUB));

  /** Whether it is read in the document worker. */
  public boolean isDocument() {
    return switch (this) {
      case PDF, DOCX, PPTX, ODT, EPUB -> true;
      case HTML, TEXT, OTHER -> false;
    };
  }

  /** The endings of documents' names, in lower case and without their dots. */
  public static Set<String> documentEndings() {
    return ENDINGS.keySet();
  }

  /** What a server would label a file that is called so, if it is a document's name. */
  public static Optional<String> documentLabel(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(ENDINGS.get(ending))
        .map(kind ->
            switch (kind) {
              case PDF -> "application/pdf";
              case DOCX -> OFFICE + "wordprocessingml.document";
              case PPTX -> OFFICE + "presentationml.presentation";
              case ODT -> OPEN;
              case EPUB -> "application/epub+zip";
              case HTML, TEXT, OTHER -> throw new IllegalStateException(kind + " is no document");
            });
  }

  /** What the label says; {@code OTHER} where it says nothing we know. */
  static MediaKind labelled(Optional<String> contentType) {
    String type = contentType.orElse("").toLowerCase(Locale.ROOT);
    int end = type.indexOf(';');
    return switch ((end < 0 ? type : type.substring(0, end)).strip()) {
      case "text/html", "application/xhtml+xml" -> HTML;
      case "application/pdf", "application/x-pdf" -> PDF;
      case OFFICE + "wordprocessingml.document",
          OFFICE + "wordprocessingml.template",
          "application/vnd.ms-word.document.macroenabled.12" ->
          DOCX;
      case OFFICE + "presentationml.presentation",
          OFFICE + "presentationml.slideshow",
          "application/vnd.ms-powerpoint.presentation.macroenabled.12" ->
          PPTX;
      case OPEN, OPEN + "-template" -> ODT;
      case "application/epub+zip" -> EPUB;
      case "text/plain", "text/markdown" -> TEXT;
      default -> OTHER;
    };
  }

  /** What the bytes are; the label decides only between HTML and text. */
  public static MediaKind of(byte[] bytes, Optional<String> contentType) {
    Charset wide = CharsetDetector.wide(bytes).orElse(StandardCharsets.ISO_8859_1);
    String start = new String(bytes, 0, Math.min(bytes.length, PRESCAN), wide);
    if (start.contains("%PDF-")) {
      return PDF;
    }
    if (start.startsWith("PK\u0003\u0004")) {
      return zipped(bytes);
    }
    MediaKind labelled = labelled(contentType);
    if (looksLikeHtml(start)) {
      return labelled == TEXT ? TEXT : HTML;
    }
    if (isBinary(start)) {
      return labelled == HTML && hasTag(start) ? HTML : OTHER;
    }
    return labelled == HTML || labelled == TEXT ? labelled : guess(start, contentType);
  }

  private static MediaKind guess(String start, Optional<String> contentType) {
    if (contentType.isEmpty() || contentType.get().isBlank()) {
      return hasTag(start) ? HTML : TEXT;
    }
    return OTHER;
  }

  private static boolean looksLikeHtml(String start) {
    String lower = start.toLowerCase(Locale.ROOT);
    return lower.contains("<!doctype html")
        || lower.contains("<html")
        || lower.contains("<head")
        || lower.contains("<body");
  }

  private static boolean hasTag(String start) {
    return start.indexOf('<') >= 0 && start.indexOf('>') > start.indexOf('<');
  }

  private static boolean isBinary(String start) {
    return start.indexOf('\0') >= 0;
  }

  /**
   * OpenDocument and EPUB begin with what they are; of others the names of the entries tell, which
   * stand uncompressed in a zip, those of the directory at its end.
   */
  private static MediaKind zipped(byte[] bytes) {
    if (holds(bytes, "mimetype" + OPEN)) {
      return ODT;
    }
    if (holds(bytes, "META-INF/container.xml")) {
      return EPUB;
    }
    if (holds(bytes, "content.xml")
        && holds(bytes, "META-INF/manifest.xml")
        && !holds(bytes, "application/vnd.oasis.opendocument")) {
      return ODT;
    }
    return holds(bytes, "word/document") ? DOCX : holds(bytes, "ppt/presentation") ? PPTX : OTHER;
  }

  private static boolean holds(byte[] bytes, String text) {
    byte[] name = text.getBytes(StandardCharsets.US_ASCII);
    int from = Math.max(0, bytes.length - ENDS);
    return contains(bytes, name, 0, Math.min(bytes.length, ENDS))
        || contains(bytes, name, from, bytes.length);
  }

  private static boolean contains(byte[] bytes, byte[] wanted, int from, int to) {
    for (int i = from; i + wanted.length <= to; i++) {
      int k = 0;
      while (k < wanted.length && bytes[i + k] == wanted[k]) {
        k++;
      }
      if (k == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
