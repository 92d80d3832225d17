package signpost.web.document;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import signpost.web.document.RefusedDocumentException.RefusalReason;

/**
 * The parts of a document that is a zip file, unpacked as a stream and up to a size: a part is
 * never held whole, so what counts is how much there is and not how well it is packed.
 */
final class ZippedParts implements AutoCloseable {
  private static final int MOST_PARTS = 50_000;
  private static final long LARGEST_PART = 64L << 20;
  private static final long LARGEST = 256L << 20;

  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
  private long unpacked;

  private ZippedParts(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * @throws RefusedDocumentException if it is no zip file, or holds too many parts
   */
  static ZippedParts of(byte[] bytes) throws IOException {
    ZippedParts parts;
    try {
      parts =
          new ZippedParts(
              ZipFile.builder()
                  .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                  .setIgnoreLocalFileHeader(true)
                  .get());
    } catch (IOException | RuntimeException _) {
      throw RefusedDocumentException.damaged("its directory cannot be read; perhaps it is cut off");
    }
    parts.list();
    return parts;
  }

  private void list() throws RefusedDocumentException {
    Enumeration<ZipArchiveEntry> all = zip.getEntries();
    while (all.hasMoreElements()) {
      ZipArchiveEntry entry = all.nextElement();
      entries.putIfAbsent(key(entry.getName()), entry);
      if (entries.size() > MOST_PARTS) {
        throw RefusedDocumentException.tooBig("more than " + MOST_PARTS + " parts");
      }
    }
  }

  /** Names differ in case and slashes between what is listed and what is named. */
  private static String key(String name) {
    String key = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    return key.startsWith("/") ? key.substring(1) : key;
  }

  boolean has(String name) {
    return entries.containsKey(key(name));
  }

  /** In lower case. */
  Set<String> names() {
    return entries.keySet();
  }

  /** What a part holds, if it is there. */
  Optional<InputStream> open(String name) throws IOException {
    ZipArchiveEntry entry = entries.get(key(name));
    if (entry == null) {
      return Optional.empty();
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new RefusedDocumentException(RefusalReason.ENCRYPTED, "asks for a password");
    }
    if (!zip.canReadEntryData(entry)) {
      throw RefusedDocumentException.damaged("a part of it is packed in a way nobody uses");
    }
    return Optional.of(new LimitedStream(zip.getInputStream(entry)));
  }

  /** All that a part holds; empty where it is not there. */
  byte[] bytes(String name) throws IOException {
    try (InputStream in = open(name).orElseGet(() -> new ByteArrayInputStream(new byte[0]))) {
      return in.readAllBytes();
    }
  }

  /** Tells a visitor what a part holds; nothing where it is not there. */
  void read(String name, XmlVisitor visitor) throws IOException {
    Optional<InputStream> part = open(name);
    if (part.isPresent()) {
      try (InputStream in = part.get()) {
        XmlPart.read(in, visitor);
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private final class LimitedStream extends FilterInputStream {
    private long read;

    LimitedStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int got = in.read(bytes, from, length);
      count(Math.max(0, got));
      return got;
    }

    private void count(int more) throws RefusedDocumentException {
      read += more;
      unpacked += more;
      if (read > LARGEST_PART || unpacked > LARGEST) {
        throw RefusedDocumentException.tooBig("unpacks beyond our limits");
      }
    }
  }
}
