package signpost.web.extract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What is shown on a page without being read as its content: its lines and where its links lead. A
 * line that stands here at one visit and is read at the next is no news, for the page had it.
 *
 * @param written the hashes of all, 32 bits each, in Base64
 */
public record UnreadLines(@JsonValue String written) {
  /** All that is shown is read. */
  public static final UnreadLines NONE = new UnreadLines("");

  private static final int MOST = 10_000;

  @JsonCreator
  public UnreadLines {
    Objects.requireNonNull(written, "written");
  }

  /** Of more than 10,000 lines the rest is left out. */
  public static UnreadLines of(Collection<String> lines) {
    int[] hashes = lines.stream().limit(MOST).mapToInt(UnreadLines::hash).sorted().toArray();
    ByteBuffer bytes = ByteBuffer.allocate(hashes.length * Integer.BYTES);
    bytes.asIntBuffer().put(hashes);
    return new UnreadLines(Base64.getEncoder().withoutPadding().encodeToString(bytes.array()));
  }

  /** How often each stands there, by its {@link #hash}. */
  public Map<Integer, Integer> counts() {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(written));
    Map<Integer, Integer> counts = new HashMap<>();
    while (bytes.remaining() >= Integer.BYTES) {
      counts.merge(bytes.getInt(), 1, Integer::sum);
    }
    return counts;
  }

  /** Of a line's text, or of {@link Outlink#place}. */
  public static int hash(String line) {
    return line.hashCode();
  }
}
