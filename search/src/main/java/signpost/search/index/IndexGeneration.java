package signpost.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One index in a folder of its own: its writer, and searchers that see what was refreshed. */
final class IndexGeneration implements Closeable {
  private static final Logger log = LoggerFactory.getLogger(IndexGeneration.class);
  private static final String SCHEMA = "schema";

  /** Raise it when documents are laid out otherwise: the index is then built anew. */
  private static final String VERSION =
      "14/" + TextAnalysis.VERSION + "/" + PublisherNames.known().version();

  /** Present while a writer is at work: a crash leaves it, and the index is then read through. */
  private static final String AT_WORK = "at-work";

  private static final double RAM_BUFFER_MB = 64;

  private final Path path;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  private IndexGeneration(Path path, IndexWriter writer, SearcherManager searchers) {
    this.path = path;
    this.writer = writer;
    this.searchers = searchers;
  }

  /** What can be done with an index as it lies there. */
  enum IndexUse {
    /** Go on with it. */
    WRITE,
    /** It is whole, but laid out as another version had it. */
    READ,
    /** It has no commit yet: begin again in it. */
    BEGIN,
    /** It is damaged. */
    NONE
  }

  /** Looks at an index that nobody has open; after a crash all of it is read. */
  static IndexUse use(Path path) {
    try (Directory directory = FSDirectory.open(path)) {
      if (!DirectoryReader.indexExists(directory)) {
        return IndexUse.BEGIN;
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        if (Files.exists(path.resolve(AT_WORK))) {
          readThrough(reader);
        }
        return use(path, reader.getIndexCommit().getUserData().get(SCHEMA));
      }
    } catch (IOException | RuntimeException | InternalError e) {
      log.warn("The index in {} is damaged ({}): building it anew", path, e.toString());
      return IndexUse.NONE;
    }
  }

  private static IndexUse use(Path path, @Nullable String version) {
    if (VERSION.equals(version)) {
      return IndexUse.WRITE;
    }
    log.info("The index in {} is laid out as {}, not {}: building it anew", path, version, VERSION);
    return IndexUse.READ;
  }

  /** Goes on from the last commit, if there is one. What was opened when this fails is closed. */
  static IndexGeneration start(Path path) throws IOException {
    Files.writeString(path.resolve(AT_WORK), "");
    Directory directory = FSDirectory.open(path);
    try {
      return start(path, new IndexWriter(directory, config()));
    } catch (IOException | RuntimeException | Error e) {
      directory.close();
      throw e;
    }
  }

  private static IndexGeneration start(Path path, IndexWriter writer) throws IOException {
    try {
      return new IndexGeneration(path, writer, new SearcherManager(writer, new IndexSearchers()));
    } catch (IOException | RuntimeException | Error e) {
      writer.rollback(); // Its lock would keep out whoever tries again.
      throw e;
    }
  }

  private static IndexWriterConfig config() {
    IndexWriterConfig config = new IndexWriterConfig(TextAnalysis.analyzer());
    config.setRAMBufferSizeMB(RAM_BUFFER_MB);
    config.setCodec(IndexLayout.codec());
    config.setSimilarity(IndexLayout.similarity());
    config.setCommitOnClose(false);
    return config;
  }

  Path path() {
    return path;
  }

  IndexWriter writer() {
    return writer;
  }

  /** Lucene closes a writer for good at some failures, and tells them to the next who writes. */
  void checkWritable() {
    if (!writer.isOpen()) {
      throw new AlreadyClosedException("nothing can be written", writer.getTragicException());
    }
  }

  SearcherManager searchers() {
    return searchers;
  }

  Map<String, String> committed() {
    Map<String, String> data = new HashMap<>();
    Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
    if (entries != null) {
      entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    data.remove(SCHEMA);
    return data;
  }

  void commit(Map<String, String> positions) throws IOException {
    Map<String, String> data = new HashMap<>(positions);
    data.put(SCHEMA, VERSION);
    writer.setLiveCommitData(data.entrySet(), false); // no document is another for it
    writer.commit();
  }

  /** Why Lucene closed the writer, if it did. */
  Optional<Throwable> tragedy() {
    return Optional.ofNullable(writer.getTragicException());
  }

  /** Lets go of the files for another writer; searchers see what was refreshed until they close. */
  void rollBack() throws IOException {
    writer.rollback();
  }

  /** Lets go of it at its last commit; {@code whole} when it need not be read through next time. */
  void stop(boolean whole) throws IOException {
    searchers.close();
    writer.rollback();
    writer.getDirectory().close();
    if (whole) {
      Files.deleteIfExists(path.resolve(AT_WORK));
    }
  }

  @Override
  public void close() throws IOException {
    stop(true);
  }

  /** Compares every byte with its checksum. */
  static void readThrough(IndexReader reader) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      if (leaf.reader() instanceof CodecReader codec) {
        codec.checkIntegrity();
      }
    }
  }
}
