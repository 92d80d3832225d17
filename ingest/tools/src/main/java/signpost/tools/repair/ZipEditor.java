package signpost.tools.repair;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A zip file of which some entries can be replaced; all else stays byte for byte where it was,
 * times and order included.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE</a>
 */
final class ZipEditor {
  private static final int LARGEST = 32 << 20;
  private static final int MOST = 10_000;
  private static final int END = 22;
  private static final int RECORD = 46;
  private static final int HEADER = 30;
  private static final int LOCKED = 1;
  private static final int SIZES_FOLLOW = 8;
  private static final String DAMAGED = "It is damaged, or no Word document (.docx).";

  private final byte[] bytes;
  private final ByteBuffer at;
  private final List<ZipMember> entries;
  private final Map<String, ZipMember> byName = new HashMap<>();
  private final int directory;
  private final int end;

  /**
   * @param record where the directory tells of it
   * @param header where it begins itself
   * @param data where its content begins
   * @param end where the next one, or the directory, begins
   */
  private record ZipMember(
      String name, int record, int header, int data, int packed, int size, int end) {}

  private ZipEditor(byte[] bytes) throws RefusedException {
    this.bytes = bytes;
    this.at = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.end = end();
    this.directory = at.getInt(end + 16);
    this.entries = entries(at.getShort(end + 10) & 0xFFFF);
    for (ZipMember entry : entries) {
      if (byName.put(entry.name(), entry) != null) {
        throw new RefusedException(DAMAGED);
      }
    }
  }

  /**
   * @throws RefusedException if it is damaged, locked or of a kind Word does not write
   */
  static ZipEditor of(byte[] bytes) throws RefusedException {
    try {
      return new ZipEditor(bytes);
    } catch (IndexOutOfBoundsException _) {
      throw new RefusedException(DAMAGED);
    }
  }

  private int end() throws RefusedException {
    for (int i = bytes.length - END; i >= Math.max(0, bytes.length - END - 0xFFFF); i--) {
      if (at.getInt(i) == 0x06054b50 && i + END + (at.getShort(i + 20) & 0xFFFF) == bytes.length) {
        return i;
      }
    }
    throw new RefusedException(DAMAGED);
  }

  private List<ZipMember> entries(int count) throws RefusedException {
    List<Integer> records = new ArrayList<>();
    int record = directory;
    for (int i = 0; i < count; i++) {
      check(record >= 0 && at.getInt(record) == 0x02014b50);
      records.add(record);
      record += RECORD + length(record + 28) + length(record + 30) + length(record + 32);
    }
    check(record <= end && count > 0 && count <= MOST);
    records.sort(Comparator.comparingInt(it -> at.getInt(it + 42)));
    List<ZipMember> read = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int next = i + 1 < count ? at.getInt(records.get(i + 1) + 42) : directory;
      read.add(entry(records.get(i), next));
    }
    return read;
  }

  private ZipMember entry(int record, int end) throws RefusedException {
    int header = at.getInt(record + 42);
    check(header >= 0 && at.getInt(header) == 0x04034b50);
    int data = header + HEADER + length(header + 26) + length(header + 28);
    int packed = at.getInt(record + 20);
    int size = at.getInt(record + 24);
    check(packed >= 0 && size >= 0 && (long) data + packed <= end && end <= bytes.length);
    String name = new String(bytes, record + RECORD, length(record + 28), StandardCharsets.UTF_8);
    return new ZipMember(name, record, header, data, packed, size, end);
  }

  private static void check(boolean sound) throws RefusedException {
    if (!sound) {
      throw new RefusedException(DAMAGED);
    }
  }

  private int length(int offset) {
    return at.getShort(offset) & 0xFFFF;
  }

  Set<String> names() {
    return byName.keySet();
  }

  /**
   * What an entry holds.
   *
   * @throws RefusedException if it is damaged, locked or too large
   */
  Optional<byte[]> content(String name) throws RefusedException {
    ZipMember entry = byName.get(name);
    return entry == null ? Optional.empty() : Optional.of(content(entry));
  }

  private byte[] content(ZipMember entry) throws RefusedException {
    if ((length(entry.record() + 8) & LOCKED) != 0) {
      throw new RefusedException("It is locked by a password.");
    }
    if (entry.size() > LARGEST) {
      throw new RefusedException("A part of it is larger than 32 MiB; no guide's is.");
    }
    int method = length(entry.record() + 10);
    check(method == 0 || method == 8);
    byte[] content = method == 0 ? stored(entry) : inflated(entry);
    var sum = new CRC32();
    sum.update(content);
    check((int) sum.getValue() == at.getInt(entry.record() + 16));
    return content;
  }

  private byte[] stored(ZipMember entry) throws RefusedException {
    check(entry.packed() == entry.size());
    byte[] content = new byte[entry.size()];
    at.get(entry.data(), content);
    return content;
  }

  private byte[] inflated(ZipMember entry) throws RefusedException {
    try (var inflater = new Inflater(true)) {
      inflater.setInput(bytes, entry.data(), entry.packed());
      var out = new ByteArrayOutputStream();
      byte[] chunk = new byte[64 << 10];
      while (!inflater.finished() && out.size() <= entry.size()) {
        int read = inflater.inflate(chunk);
        check(read > 0 || inflater.finished());
        out.write(chunk, 0, read);
      }
      check(out.size() == entry.size());
      return out.toByteArray();
    } catch (DataFormatException _) {
      throw new RefusedException(DAMAGED);
    }
  }

  /** The file with other content in some entries. */
  byte[] with(Map<String, byte[]> changed) {
    var out = new ByteArrayOutputStream(bytes.length + 4096);
    byte[] records = Arrays.copyOfRange(bytes, directory, bytes.length);
    ByteBuffer record = ByteBuffer.wrap(records).order(ByteOrder.LITTLE_ENDIAN);
    out.write(bytes, 0, entries.getFirst().header());
    for (ZipMember entry : entries) {
      int told = entry.record() - directory;
      record.putInt(told + 42, out.size());
      byte[] content = changed.get(entry.name());
      if (content == null) {
        out.write(bytes, entry.header(), entry.end() - entry.header());
      } else {
        write(entry, content, out, record, told);
      }
    }
    record.putInt(end - directory + 16, out.size());
    out.writeBytes(records);
    return out.toByteArray();
  }

  /** Its header keeps all but sum and sizes, which need not follow the content any more. */
  private void write(
      ZipMember entry, byte[] content, ByteArrayOutputStream out, ByteBuffer record, int told) {
    var sum = new CRC32();
    sum.update(content);
    byte[] packed = length(entry.record() + 10) == 0 ? content : deflated(content);
    short flags = (short) (length(entry.record() + 8) & ~SIZES_FOLLOW);
    boolean followed = (length(entry.record() + 8) & SIZES_FOLLOW) != 0;
    byte[] own = Arrays.copyOfRange(bytes, entry.header(), entry.data());
    ByteBuffer header = ByteBuffer.wrap(own).order(ByteOrder.LITTLE_ENDIAN);
    header.putShort(6, flags);
    header.putInt(14, (int) sum.getValue()).putInt(18, packed.length).putInt(22, content.length);
    record.putShort(told + 8, flags);
    record.putInt(told + 16, (int) sum.getValue());
    record.putInt(told + 20, packed.length).putInt(told + 24, content.length);
    out.writeBytes(own);
    out.writeBytes(packed);
    int rest = followed ? entry.end() : entry.data() + entry.packed();
    out.write(bytes, rest, entry.end() - rest);
  }

  private static byte[] deflated(byte[] content) {
    try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
      deflater.setInput(content);
      deflater.finish();
      var out = new ByteArrayOutputStream();
      byte[] chunk = new byte[64 << 10];
      while (!deflater.finished()) {
        out.write(chunk, 0, deflater.deflate(chunk));
      }
      return out.toByteArray();
    }
  }
}
