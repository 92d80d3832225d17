package signpost.record.backup;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How many rows a table has, and a checksum of them in whatever order they come: two databases sort
 * text differently. It is the sum of the rows' SHA-256, in four lanes of 64 bits.
 */
final class RowChecksum {
  private final MessageDigest sha256 = sha256();
  private final long[] lanes = new long[4];
  private long rows;

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

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
