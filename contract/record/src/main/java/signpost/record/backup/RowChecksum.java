package signpost.record.backup;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import signpost.events.Sha256;

/**
 * How many rows a table has, and a checksum of them in whatever order they come: two databases sort
 * text differently. It is the sum of the rows' SHA-256, in four lanes of 64 bits.
 */
final class RowChecksum {
  private final MessageDigest sha256 = Sha256.function();
  private final long[] lanes = new long[4];
  private long rows;

  void add(byte[] row) {
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest(row));
    for (int i = 0; i < lanes.length; i++) {
      lanes[i] += digest.getLong();
    }
    rows++;
  }

  long rows() {
    return rows;
  }

  String hex() {
    ByteBuffer sum = ByteBuffer.allocate(lanes.length * Long.BYTES);
    for (long lane : lanes) {
      sum.putLong(lane);
    }
    return HexFormat.of().formatHex(sum.array());
  }
}
