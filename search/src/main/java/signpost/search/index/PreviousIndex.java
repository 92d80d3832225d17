package signpost.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index before this one, as its last commit left it: it answers until this one can. */
final class PreviousIndex implements Closeable {
  private static final Logger log = LoggerFactory.getLogger(PreviousIndex.class);

  private final Directory directory;
  private final SearcherManager searchers;
  private final AtomicBoolean said = new AtomicBoolean();

  private PreviousIndex(Directory directory) throws IOException {
    this.directory = directory;
    this.searchers = new SearcherManager(directory, new IndexSearchers());
  }

  /** Empty where it cannot be read. */
  static Optional<PreviousIndex> open(Path path) throws IOException {
    Directory directory = FSDirectory.open(path);
    try {
      return Optional.of(new PreviousIndex(directory));
    } catch (IOException | RuntimeException e) {
      directory.close();
      log.warn("The index in {} cannot answer meanwhile: {}", path, e.toString());
      return Optional.empty();
    }
  }

  /** Answers a question from it; empty where it cannot, which is said once. */
  <T> Optional<T> answer(IndexView<T> question) {
    try {
      return Optional.of(IndexSearchers.read(searchers, question));
    } catch (IOException | RuntimeException | InternalError e) {
      if (said.compareAndSet(false, true)) {
        log.warn("The index before this one cannot answer everything: {}", e.toString());
      }
      return Optional.empty();
    }
  }

  /** The vector of a page, when it was made of the same words by the same model. */
  Optional<PassageVector> embedded(String url, EmbeddingPassage passage) {
    return answer(searcher -> embedded(searcher, url, passage)).flatMap(it -> it);
  }

  private static Optional<PassageVector> embedded(
      IndexSearcher searcher, String url, EmbeddingPassage passage) throws IOException {
    int document = StoredRecords.find(searcher, url);
    return document < 0
        ? Optional.empty()
        : PassageVector.of(searcher, document).filter(it -> it.isOf(passage));
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    directory.close();
  }
}
