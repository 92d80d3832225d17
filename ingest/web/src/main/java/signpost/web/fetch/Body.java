package signpost.web.fetch;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The decoded bytes of an answer, never more than the fetcher's limit. */
public final class Body {
  private final byte[] bytes;
  private final boolean truncated;

  private Body(byte[] bytes, boolean truncated) {
    this.bytes = bytes;
    this.truncated = truncated;
  }

  public static Body of(byte[] bytes) {
    return new Body(bytes.clone(), false);
  }

  public static Body empty() {
    return new Body(new byte[0], false);
  }

  static Body taking(byte[] bytes, boolean truncated) {
    return new Body(bytes, truncated);
  }

  /** A copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  public InputStream stream() {
    return new ByteArrayInputStream(bytes);
  }

  public int size() {
    return bytes.length;
  }

  /** Whether more was there than was read. */
  public boolean truncated() {
    return truncated;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Body that
        && truncated == that.truncated
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + (truncated ? " bytes, cut off" : " bytes");
  }
}
