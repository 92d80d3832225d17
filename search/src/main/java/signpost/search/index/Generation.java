package signpost.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owns Lucene's writer and searchers over the live generation. */
final class Generation implements Closeable {
  private static final Logger log = LoggerFactory.getLogger(Generation.class);
  private static final String SCHEMA = "schema";

  /** Raise it when documents are laid out otherwise: the index is then built anew. */
  private static final String VERSION =
      "4/" + Analysis.VERSION + "/" + Publishers.known().version();

  /** Present while a writer is at work: a crash leaves it, and the index is then read through. */
  private static final String AT_WORK = "at-work";

  private static final double RAM_BUFFER_MB = 32;

  private final IndexFolder folder;
  private volatile Live live;

  private record Live(Path path, IndexWriter writer, SearcherManager searchers) {}

  private Generation(IndexFolder folder, Live live) {
    this.folder = folder;
    this.live = live;
  }

  static Generation open(Path home) throws IOException {
    IndexFolder folder = new IndexFolder(home);
    for (Path candidate : folder.generations()) {
      if (fits(candidate)) {
        return new Generation(folder, start(candidate));
      }
    }
    return new Generation(folder, start(folder.next()));
  }

  IndexWriter writer() {
    return live.writer();
  }

  SearcherManager searchers() {
    return live.searchers();
  }

  Map<String, String> committed() {
    Map<String, String> data = new HashMap<>();
    Iterable<Map.Entry<String, String>> entries = live.writer().getLiveCommitData();
    if (entries != null) {
      entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    data.remove(SCHEMA);
    return data;
  }

  void commit(Map<String, String> positions) throws IOException {
    Map<String, String> data = new HashMap<>(positions);
    data.put(SCHEMA, VERSION);
    live.writer().setLiveCommitData(data.entrySet());
    live.writer().commit();
  }

  boolean rebuilding() {
    try {
      return folder.generations().size() > 1;
    } catch (IOException _) {
      return false;
    }
  }

  void caughtUp() throws IOException {
    folder.removeAllBut(live.path());
  }

  void beginNew() throws IOException {
    Live old = live;
    live = start(folder.next());
    stop(old);
  }

  void reopen() throws IOException {
    Live old = live;
    stop(old);
    live = start(fits(old.path()) ? old.path() : folder.next());
  }

  @Override
  public void close() throws IOException {
    stop(live);
  }

  private static Live start(Path path) throws IOException {
    Files.writeString(path.resolve(AT_WORK), "");
    IndexWriterConfig config = new IndexWriterConfig(Analysis.analyzer());
    config.setRAMBufferSizeMB(RAM_BUFFER_MB);
    config.setCodec(Layout.codec());
    config.setSimilarity(Layout.similarity());
    config.setCommitOnClose(false);
    IndexWriter writer = new IndexWriter(FSDirectory.open(path), config);
    return new Live(path, writer, new SearcherManager(writer, new Searchers()));
  }

  private static void stop(Live old) throws IOException {
    old.searchers().close();
    old.writer().rollback();
    old.writer().getDirectory().close();
    Files.deleteIfExists(old.path().resolve(AT_WORK));
  }

  private static boolean fits(Path candidate) throws IOException {
    try (Directory directory = FSDirectory.open(candidate)) {
      if (!DirectoryReader.indexExists(directory)) {
        return false;
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        String version = reader.getIndexCommit().getUserData().get(SCHEMA);
        if (!VERSION.equals(version)) {
          log.info(
              "The index in {} is laid out as {}, not {}: building it anew",
              candidate,
              version,
              VERSION);
          return false;
        }
        if (Files.exists(candidate.resolve(AT_WORK))) {
          readThrough(reader);
        }
        return true;
      }
    } catch (IOException | RuntimeException e) {
      log.warn("The index in {} is damaged ({}): building it anew", candidate, e.toString());
      return false;
    }
  }

  private static void readThrough(DirectoryReader reader) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      if (leaf.reader() instanceof CodecReader codec) {
        codec.checkIntegrity();
      }
    }
  }

  /** Searchers that score as the writer counted. */
  private static final class Searchers extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setSimilarity(Layout.similarity());
      return searcher;
    }
  }
}
