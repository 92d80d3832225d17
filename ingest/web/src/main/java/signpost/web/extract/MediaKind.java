package signpost.web.extract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What sort of file an answer is, judged by its bytes before its label. */
public enum MediaKind {
  HTML,
  PDF,
  DOCX,
  TEXT,
  OTHER;

  private static final int PRESCAN = 1024;

  /** What the label says; {@code OTHER} where it says nothing we know. */
  static MediaKind labelled(Optional<String> contentType) {
    String type = contentType.orElse("").toLowerCase(Locale.ROOT);
    int end = type.indexOf(';');
    return switch ((end < 0 ? type : type.substring(0, end)).strip()) {
      case "text/html", "application/xhtml+xml" -> HTML;
      case "application/pdf", "application/x-pdf" -> PDF;
      case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> DOCX;
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
      return isWordFile(bytes) ? DOCX : OTHER;
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

  /** The names of a zip's entries stand uncompressed in it, those of the directory at its end. */
  private static boolean isWordFile(byte[] bytes) {
    byte[] name = "word/document".getBytes(StandardCharsets.US_ASCII);
    int from = Math.max(0, bytes.length - 256 * 1024);
    return contains(bytes, name, from, bytes.length)
        || contains(bytes, name, 0, Math.min(bytes.length, 256 * 1024));
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
