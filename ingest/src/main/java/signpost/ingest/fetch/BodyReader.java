package signpost.ingest.fetch;

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

  private final FetchSettings settings;
  private final Deadline deadline;

  BodyReader(FetchSettings settings, Deadline deadline) {
    this.settings = settings;
    this.deadline = deadline;
  }

  /** The body, cut off after {@code truncateAt} bytes where that is asked for. */
  Body read(InputStream raw, List<String> contentEncodings, OptionalInt truncateAt)
      throws IOException, VisitEnded {
    var counted = new Counted(raw);
    InputStream decoded = decoded(counted, contentEncodings);
    int limit = truncateAt.orElse(settings.maxBytes());
    var bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    Duration began = deadline.took();
    for (int n = decoded.read(buffer); n >= 0; n = decoded.read(buffer)) {
      int room = limit - bytes.size();
      bytes.write(buffer, 0, Math.min(n, room));
      if (n > room && truncateAt.isPresent()) {
        return Body.taking(bytes.toByteArray(), true);
      }
      boolean expands =
          bytes.size() > RATIO_FROM && bytes.size() > counted.count * settings.maxRatio();
      if (n > room || expands) {
        throw VisitEnded.tooLarge(limit);
      }
      checkPace(counted.count, deadline.took().minus(began));
    }
    return Body.taking(bytes.toByteArray(), false);
  }

  private void checkPace(long received, Duration elapsed) throws VisitEnded {
    long owed = settings.minBytesPerSecond() * elapsed.toMillis() / 1000;
    if (elapsed.compareTo(settings.readTimeout()) > 0 && received < owed) {
      throw VisitEnded.timedOut(
          "the answer came at less than " + settings.minBytesPerSecond() + " bytes a second");
    }
  }

  private static InputStream decoded(InputStream raw, List<String> contentEncodings)
      throws IOException, VisitEnded {
    List<String> codings =
        contentEncodings.stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
            .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
            .toList();
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
    return switch (codings.getFirst()) {
      case "gzip", "x-gzip" -> new GZIPInputStream(peeked);
      case "deflate" -> new InflaterInputStream(peeked, new Inflater(!zlib(first, second)));
      default -> throw VisitEnded.lost("it is encoded as " + codings.getFirst() + ", unasked for");
    };
  }

  /** Some servers send deflate bare, others with the zlib header the standard asks for. */
  private static boolean zlib(int first, int second) {
    return (first & 0x0F) == 8 && ((first << 8) | second) % 31 == 0;
  }

  /** How many bytes really came. */
  private static final class Counted extends FilterInputStream {
    private long count;

    private Counted(InputStream in) {
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
