package signpost.web.fetch;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Reads a body as it streams in, decoding what we offered to decode, and stops at the limits on
 * size, expansion and slowness. No length a server states is believed.
 */
final class BodyReader {
  /** Small answers may expand as they like; a page of spaces is no bomb. */
  private static final int RATIO_FROM = 262_144;

  private static final Set<String> DECODED = Set.of("gzip", "x-gzip", "deflate");

  private final FetchSettings settings;
  private final Deadline deadline;

  BodyReader(FetchSettings settings, Deadline deadline) {
    this.settings = settings;
    this.deadline = deadline;
  }

  /**
   * The body, cut off after {@code truncateAt} bytes where that is asked for, and at once where it
   * is encoded as we did not offer: browsers read that, and the page is there.
   */
  ResponseBody read(InputStream raw, List<String> contentEncodings, OptionalInt truncateAt)
      throws IOException, VisitEnded {
    var counted = new CountedStream(raw);
    List<String> codings = codings(contentEncodings);
    if (!codings.isEmpty() && !DECODED.contains(codings.getFirst()) && codings.size() == 1) {
      return ResponseBody.taking(new byte[0], true);
    }
    InputStream decoded = decoded(counted, codings);
    int limit = truncateAt.orElse(settings.maxBytes());
    var bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    Duration began = deadline.took();
    for (int n = read(decoded, buffer); n >= 0; n = read(decoded, buffer)) {
      int room = limit - bytes.size();
      bytes.write(buffer, 0, Math.min(n, room));
      if (n > room && truncateAt.isPresent()) {
        return ResponseBody.taking(bytes.toByteArray(), true);
      }
      boolean expands =
          bytes.size() > RATIO_FROM && bytes.size() > counted.count * settings.maxRatio();
      if (n > room || expands) {
        throw VisitEnded.tooLarge(limit);
      }
      checkPace(counted.count, deadline.took().minus(began));
    }
    return ResponseBody.taking(bytes.toByteArray(), false);
  }

  private static int read(InputStream in, byte[] buffer) throws IOException {
    try {
      return in.read(buffer);
    } catch (RuntimeException e) {
      throw WebExchange.lost(e);
    }
  }

  private void checkPace(long received, Duration elapsed) throws VisitEnded {
    long owed = settings.minBytesPerSecond() * elapsed.toMillis() / 1000;
    if (elapsed.compareTo(settings.readTimeout()) > 0 && received < owed) {
      throw VisitEnded.timedOut(
          "the answer came at less than " + settings.minBytesPerSecond() + " bytes a second");
    }
  }

  private static List<String> codings(List<String> contentEncodings) {
    return contentEncodings.stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
        .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
        .toList();
  }

  private static InputStream decoded(InputStream raw, List<String> codings)
      throws IOException, VisitEnded {
    if (codings.isEmpty()) {
      return raw;
    }
    if (codings.size() > 1) {
      throw VisitEnded.lost("it is encoded twice: " + String.join(", ", codings));
    }
    var peeked = new PushbackInputStream(raw, 2);
    int first = peeked.read();
    if (first < 0) {
      return peeked;
    }
    int second = peeked.read();
    if (second >= 0) {
      peeked.unread(second);
    }
    peeked.unread(first);
    return codings.getFirst().equals("deflate")
        ? new InflaterInputStream(peeked, new Inflater(!zlib(first, second)))
        : new GZIPInputStream(peeked);
  }

  /** Some servers send deflate bare, others with the zlib header the standard asks for. */
  private static boolean zlib(int first, int second) {
    return (first & 0x0F) == 8 && ((first << 8) | second) % 31 == 0;
  }

  /** How many bytes really came. */
  private static final class CountedStream extends FilterInputStream {
    private long count;

    private CountedStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      count += Math.max(n, 0);
      return n;
    }
  }
}
