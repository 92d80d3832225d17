package signpost.web.fetch;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The decoded bytes of an answer, never more than the fetcher's limit. */
public final class ResponseBody {
  private final byte[] bytes;
  private final boolean truncated;

  private ResponseBody(byte[] bytes, boolean truncated) {
    this.bytes = bytes;
    this.truncated = truncated;
  }

  public static ResponseBody of(byte[] bytes) {
    return new ResponseBody(bytes.clone(), false);
  }

  public static ResponseBody empty() {
    return new ResponseBody(new byte[0], false);
  }

  static ResponseBody taking(byte[] bytes, boolean truncated) {
    return new ResponseBody(bytes, truncated);
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
    return other instanceof ResponseBody that
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
