package signpost.web.guide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import signpost.url.WebUrl;
import signpost.web.document.LockedOffice;
import signpost.web.document.ReadDocument;
import signpost.web.extract.DocumentReader;
import signpost.web.extract.DocumentText;
import signpost.web.extract.MediaKind;
import signpost.web.extract.ReadOutcome.UnreadableReason;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.FetchTrouble;
import signpost.web.fetch.Fetcher;

/** Makes a catalogue file of a guide's page or document: what {@code signpost import} does. */
public final class GuideImporter {
  private static final long LARGEST = 50L << 20;
  private static final String LOCKED = "It is locked with a password. Save a copy without one.";

  private GuideImporter() {}

  /**
   * Reads a guide and writes its catalogue file. Never overwrites one.
   *
   * @param what a URL, or the path of an .html file or a document
   * @param fetcher asked only for a URL
   * @param out the file to write, or a folder, where it is named after the guide
   */
  public static ImportOutcome importFrom(String what, Fetcher fetcher, Path out) {
    Optional<WebUrl> url = WebUrl.parse(what.strip()).filter(WebUrl::web);
    try {
      return url.isPresent()
          ? fromWeb(url.get(), fetcher.fetch(FetchRequest.of(url.get())), out)
          : fromFile(what, out);
    } catch (IOException unreadable) {
      return new ImportOutcome.ImportFailed(
          what + " cannot be imported. " + unreadable.getMessage());
    }
  }

  private static ImportOutcome fromWeb(WebUrl url, FetchOutcome outcome, Path out)
      throws IOException {
    if (!(outcome instanceof FetchOutcome.Answered answer)) {
      return new ImportOutcome.ImportFailed(
          url + " could not be fetched: " + FetchTrouble.inWords(outcome) + ".");
    }
    if (answer.status() != 200) {
      String advice = " Check the address in a browser.";
      return new ImportOutcome.ImportFailed(url + " answered " + answer.status() + "." + advice);
    }
    byte[] bytes = answer.body().bytes();
    Optional<String> type = answer.headers().first("content-type");
    return kind(bytes, type.orElse("")) == MediaKind.HTML
        ? write(
            GuideImport.fromHtml(bytes, type, answer.finalUrl()),
            Optional.of(answer.finalUrl()),
            url.href(),
            out)
        : fromBytes(bytes, type.orElse(""), url.href(), out);
  }

  private static ImportOutcome fromFile(String what, Path out) throws IOException {
    Path file;
    try {
      file = Path.of(what);
    } catch (InvalidPathException wrong) {
      return new ImportOutcome.ImportFailed("'" + what + "' is neither a URL nor a file's name.");
    }
    if (!Files.isRegularFile(file)) {
      return new ImportOutcome.ImportFailed(
          "There is no file '" + what + "'. For a page write its address with https:// in front.");
    }
    if (Files.size(file) > LARGEST) {
      return new ImportOutcome.ImportFailed(what + " is larger than 50 MiB; no guide is.");
    }
    byte[] bytes = Files.readAllBytes(file);
    String name = what.toLowerCase(Locale.ROOT);
    boolean html = name.endsWith(".html") || name.endsWith(".htm");
    return fromBytes(bytes, html ? "text/html" : "", what, out);
  }

  private static ImportOutcome fromBytes(byte[] bytes, String type, String what, Path out)
      throws IOException {
    MediaKind kind = kind(bytes, type);
    if (kind == MediaKind.HTML) {
      return write(GuideImport.fromSavedHtml(bytes), Optional.empty(), what, out);
    }
    if (!kind.isDocument()) {
      return LockedOffice.is(bytes)
          ? new ImportOutcome.ImportFailed(what + " cannot be imported. " + LOCKED)
          : new ImportOutcome.NotAGuide(
              what
                  + " is neither HTML, nor PDF, nor a Word document (.docx), nor slides (.pptx), an"
                  + " OpenDocument text (.odt) or an EPUB.");
    }
    try (DocumentReader reader = DocumentReader.usual()) {
      return switch (reader.read(kind, bytes)) {
        case DocumentText.Text(ReadDocument document) ->
            write(GuideImport.fromDocument(document), Optional.empty(), what, out);
        case DocumentText.DocumentRefused(UnreadableReason reason, String detail) ->
            new ImportOutcome.ImportFailed(
                what + " cannot be imported. " + inWords(reason, detail));
      };
    }
  }

  private static String inWords(UnreadableReason reason, String detail) {
    return switch (reason) {
      case ENCRYPTED -> LOCKED;
      case TOO_BIG -> "It is larger than any guide: " + detail + ".";
      case EMPTY, NEEDS_BROWSER -> "There is no text in it.";
      case DAMAGED, UNSUPPORTED, NOT_WHAT_IT_SAYS -> "It is damaged (" + detail + ").";
      case TIMED_OUT, WORKER_DIED -> "Reading it came to no end (" + detail + ").";
    };
  }

  private static ImportOutcome write(
      ImportedGuide guide, Optional<WebUrl> url, String from, Path out) throws IOException {
    if (guide.links() == 0) {
      return new ImportOutcome.NotAGuide(
          from
              + " has no links in its main content, so there is nothing to watch. Give the guide's"
              + " own page or document.");
    }
    Path file = Files.isDirectory(out) ? out.resolve(CatalogueWriter.idOf(guide) + ".yaml") : out;
    try {
      Files.writeString(
          file, CatalogueWriter.write(guide, url, from), StandardOpenOption.CREATE_NEW);
      return new ImportOutcome.ImportWritten(file, guide);
    } catch (FileAlreadyExistsException exists) {
      return new ImportOutcome.ImportFailed(file + " exists already. Name another file to write.");
    } catch (IOException wrong) {
      return new ImportOutcome.ImportFailed(
          file + " cannot be written (" + wrong.getMessage() + "). Name another place.");
    }
  }

  /** By the first bytes, whatever the label says; HTML has none, so there the label counts. */
  private static MediaKind kind(byte[] bytes, String contentType) {
    MediaKind kind = MediaKind.of(bytes, Optional.of(contentType));
    if (kind.isDocument()) {
      return kind;
    }
    String start = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
    String type = contentType.toLowerCase(Locale.ROOT);
    boolean html = type.startsWith("text/html") || type.startsWith("application/xhtml");
    String opening = start.strip().toLowerCase(Locale.ROOT);
    return html || opening.startsWith("<!doctype html") || opening.startsWith("<html")
        ? MediaKind.HTML
        : MediaKind.OTHER;
  }
}
