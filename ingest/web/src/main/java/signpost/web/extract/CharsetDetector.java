package signpost.web.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes the bytes of a page: byte order mark, then header, then meta, each believed if it fits.
 */
public final class CharsetDetector {
  private static final Pattern IN_HEADER =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]{2,40})");
  private static final Pattern IN_META =
      Pattern.compile("(?i)<meta\\s[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([\\w.:-]{2,40})");
  private static final Pattern IN_XML =
      Pattern.compile("^\\s*<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']([\\w.:-]{2,40})");
  private static final String MARK = "\uFEFF";
  private static final int PRESCAN = 4096;
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private CharsetDetector() {}

  /** A text, the charset it was read in, and how many bytes its byte order mark takes. */
  public record DecodedText(String text, Charset charset, int mark) {
    private static DecodedText of(String text, Charset charset) {
      return new DecodedText(text, charset, 0);
    }
  }

  /** Never fails: what fits nothing is read as Western. */
  public static String decode(byte[] bytes, Optional<String> contentType) {
    return decoded(bytes, contentType).text();
  }

  /** As {@link #decode}, for those who write it again. */
  public static DecodedText decoded(byte[] bytes, Optional<String> contentType) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      String text = new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
      return new DecodedText(text, StandardCharsets.UTF_8, 3);
    }
    Optional<Charset> wide = wide(bytes);
    if (wide.isPresent()) {
      String text = new String(bytes, wide.get());
      return text.startsWith(MARK)
          ? new DecodedText(text.substring(1), wide.get(), MARK.getBytes(wide.get()).length)
          : DecodedText.of(text, wide.get());
    }
    Optional<Charset> named =
        contentType.flatMap(value -> named(IN_HEADER, value)).or(() -> inDocument(bytes));
    if (named.isPresent() && !isGuess(named.get())) {
      return strictUtf8(bytes)
          .filter(it -> it.text().length() < bytes.length) // beyond ASCII that is no accident
          .orElseGet(() -> DecodedText.of(new String(bytes, named.get()), named.get()));
    }
    return strictUtf8(bytes).orElseGet(() -> fallback(bytes, named));
  }

  /**
   * UTF-32 by its mark; UTF-16 by its mark or because it begins with markup every other byte of
   * which is nought: a page that says nothing of its charset would be taken for bytes of no kind.
   */
  static Optional<Charset> wide(byte[] bytes) {
    if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
      return Optional.of(StandardCharsets.UTF_32BE);
    }
    if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
      return Optional.of(StandardCharsets.UTF_32LE);
    }
    if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0, '<', 0)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    if (starts(bytes, 0xFF, 0xFE) || (starts(bytes, '<', 0) && !starts(bytes, '<', 0, 0))) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return Optional.empty();
  }

  /** Publishers label by habit; only multi-byte labels are certain to be meant. */
  private static boolean isGuess(Charset charset) {
    return charset.equals(StandardCharsets.UTF_8)
        || charset.equals(StandardCharsets.US_ASCII)
        || charset.equals(WESTERN);
  }

  /** Mostly good UTF-8 with a few bad bytes stays UTF-8; otherwise what was said, or Western. */
  private static DecodedText fallback(byte[] bytes, Optional<Charset> named) {
    String utf8 = new String(bytes, StandardCharsets.UTF_8);
    long bad = utf8.chars().filter(c -> c == '\uFFFD').count();
    long wide = utf8.chars().filter(c -> c > 127).count() - bad;
    if (wide > bad) {
      return DecodedText.of(utf8, StandardCharsets.UTF_8);
    }
    Charset other = named.filter(c -> !c.equals(StandardCharsets.UTF_8)).orElse(WESTERN);
    return DecodedText.of(new String(bytes, other), other);
  }

  private static Optional<DecodedText> strictUtf8(byte[] bytes) {
    try {
      CharBuffer text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return Optional.of(DecodedText.of(text.toString(), StandardCharsets.UTF_8));
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static Optional<Charset> inDocument(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, PRESCAN), StandardCharsets.ISO_8859_1);
    return named(IN_XML, start).or(() -> named(IN_META, start));
  }

  private static Optional<Charset> named(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? charset(found.group(1)) : Optional.empty();
  }

  /**
   * The Encoding Standard reads Latin-1 and ASCII labels as windows-1252, UTF-16 in a page as
   * UTF-8.
   */
  private static Optional<Charset> charset(String label) {
    String name = label.toLowerCase(Locale.ROOT);
    if (name.startsWith("utf-16") || name.equals("utf8")) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (name.equals("iso-8859-1")
        || name.equals("latin1")
        || name.equals("us-ascii")
        || name.equals("ascii")) {
      return Optional.of(WESTERN);
    }
    try {
      return Optional.of(Charset.forName(name)).filter(CharsetDetector::readsMarkup);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return Optional.empty();
    }
  }

  /** Bytes in which the label of UTF-32 or EBCDIC could be read are in neither. */
  private static boolean readsMarkup(Charset charset) {
    return new String("<html>".getBytes(StandardCharsets.US_ASCII), charset).equals("<html>");
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
