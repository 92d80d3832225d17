package signpost.web.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** What is in a file that was packed with gzip, whatever it is called. */
public final class UnzippedBytes {
  /** No more of it is read: what the protocol of sitemaps allows. */
  private static final int LARGEST = 50 << 20;

  private UnzippedBytes() {}

  /** The bytes as they are where they are not packed, or are packed wrongly. */
  public static byte[] of(byte[] bytes) {
    if (bytes.length < 3 || (bytes[0] & 0xFF) != 0x1F || (bytes[1] & 0xFF) != 0x8B) {
      return bytes;
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readNBytes(LARGEST);
    } catch (IOException _) {
      return bytes;
    }
  }
}
