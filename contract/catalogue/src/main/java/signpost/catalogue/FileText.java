package signpost.catalogue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.reader.StreamReader;
import signpost.catalogue.CatalogueFile.FilePosition;

/** Turns the bytes of a file into text, or says what they are instead. */
final class FileText {
  /** The largest hand-written catalogue we know has 20,000. */
  static final int MOST_BYTES = 2_000_000;

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** What other programs' files begin with. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "PK\u0003\u0004", "a Word document or another archive (zip)",
          "%PDF-", "a PDF",
          "\u00D0\u00CF\u0011\u00E0", "an old Word or Excel document",
          "{\\rtf", "a rich-text document (RTF)",
          "\u001F\u008B", "a compressed file (gzip)",
          "<!doctype", "a web page",
          "<html", "a web page",
          "<?xml", "XML");

  private FileText() {}

  static Optional<String> of(byte[] bytes, ProblemCollector slips) {
    if (bytes.length > MOST_BYTES) {
      slips.error(
          FilePosition.START,
          "The file is larger than 2 MB; no catalogue is. Split it into several.");
      return Optional.empty();
    }
    String start = new String(bytes, 0, Math.min(bytes.length, 16), ISO_8859_1);
    Optional<String> other =
        OTHERS.keySet().stream()
            .filter(it -> start.regionMatches(true, 0, it, 0, it.length()))
            .findFirst();
    if (other.isPresent()) {
      slips.error(
          FilePosition.START,
          "This is no text but "
              + OTHERS.get(other.get())
              + " under another name. Make a catalogue file of it with 'signpost import', and move"
              + " this one elsewhere.");
      return Optional.empty();
    }
    return decoded(bytes, slips).filter(text -> printable(text, slips));
  }

  /** By its mark, else as UTF-8. */
  private static Optional<String> decoded(byte[] bytes, ProblemCollector slips) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decoded(bytes, 2, UTF_16LE, slips);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decoded(bytes, 2, UTF_16BE, slips);
    }
    return decoded(bytes, startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0, UTF_8, slips);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    boolean all = bytes.length >= mark.length;
    for (int i = 0; all && i < mark.length; i++) {
      all = (bytes[i] & 0xFF) == mark[i];
    }
    return all;
  }

  private static Optional<String> decoded(
      byte[] bytes, int from, Charset charset, ProblemCollector slips) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = charset.newDecoder().decode(in, out, true);
    String text = out.flip().toString();
    if (!result.isError()) {
      return Optional.of(text);
    }
    if (printable(text, slips)) {
      slips.error(FilePosition.after(text), notText(bytes[in.position()], charset));
    }
    return Optional.empty();
  }

  private static String notText(byte wrong, Charset charset) {
    if (!charset.equals(UTF_8)) {
      return "The file breaks off inside a letter. Save it anew, as UTF-8.";
    }
    String meant = new String(new byte[] {wrong}, WINDOWS);
    String letter = meant.equals("\uFFFD") ? "" : ", perhaps the " + meant + " of Windows";
    return "The file is not UTF-8: the byte "
        + String.format(Locale.ROOT, "%02X", wrong & 0xFF)
        + " stands here"
        + letter
        + ". Save it as UTF-8 (editors offer this as Encoding under Save as).";
  }

  private static boolean printable(String text, ProblemCollector slips) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (!StreamReader.isPrintable(c)) {
        slips.error(FilePosition.after(text.substring(0, i)), unprintable(c));
        return false;
      }
    }
    return true;
  }

  private static String unprintable(int c) {
    return c == 0
        ? "There is a NUL here: the file is no text, or UTF-16 without its mark. Save it as UTF-8."
        : "An invisible character (U+"
            + String.format(Locale.ROOT, "%04X", c)
            + ") stands here. Delete it, or type the line anew.";
  }
}
