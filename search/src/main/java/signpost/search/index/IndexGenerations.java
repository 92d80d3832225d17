package signpost.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which index is written and which one answers. While a new one is built, the one before it
 * answers; once the new one has caught up, it does, and the others are deleted.
 */
final class IndexGenerations implements Closeable {
  private static final Logger log = LoggerFactory.getLogger(IndexGenerations.class);

  private final IndexFolder folder;
  private volatile IndexGeneration live;
  private volatile Optional<PreviousIndex> predecessor;
  private volatile boolean rebuilding;
  private volatile CorruptionSuspicion suspicion = new CorruptionSuspicion();
  private volatile Optional<String> mending = Optional.empty();

  private IndexGenerations(
      IndexFolder folder,
      IndexGeneration live,
      Optional<PreviousIndex> predecessor,
      boolean rebuilding) {
    this.folder = folder;
    this.live = live;
    this.predecessor = predecessor;
    this.rebuilding = rebuilding;
  }

  /** Goes on with the newest that fits, or begins one; the newest readable before it answers. */
  static IndexGenerations open(Path home) throws IOException {
    IndexFolder folder = new IndexFolder(home);
    List<Path> all = folder.generations();
    boolean damage = false;
    for (int i = 0; i < all.size(); i++) {
      IndexGeneration.IndexUse use = IndexGeneration.use(all.get(i));
      if (use == IndexGeneration.IndexUse.WRITE || use == IndexGeneration.IndexUse.BEGIN) {
        List<Path> older = all.subList(i + 1, all.size());
        return new IndexGenerations(
            folder, IndexGeneration.start(all.get(i)), readable(older), all.size() > 1);
      }
      damage |= use == IndexGeneration.IndexUse.NONE;
    }
    IndexGenerations begun =
        new IndexGenerations(
            folder, IndexGeneration.start(folder.next()), readable(all), !all.isEmpty());
    if (damage) {
      begun.mending = Optional.of("it was damaged when search started");
    }
    return begun;
  }

  /** The one that is written. */
  IndexGeneration live() {
    return live;
  }

  /** The one before it, while that is needed. */
  Optional<PreviousIndex> predecessor() {
    return predecessor;
  }

  /** Answers from what people see. */
  <T> T read(IndexView<T> question) throws IOException {
    Optional<PreviousIndex> before = predecessor;
    Optional<T> answer = before.flatMap(it -> it.answer(question));
    return answer.isPresent() ? answer.get() : readLive(question);
  }

  /**
   * Answers from what is written, whoever answers people.
   *
   * @throws CorruptIndexException for all that damaged files alone explain, however it shows
   */
  <T> T readLive(IndexView<T> question) throws IOException {
    try {
      return readOnce(question);
    } catch (AlreadyClosedException _) { // Another generation was begun meanwhile.
      return readOnce(question);
    }
  }

  private <T> T readOnce(IndexView<T> question) throws IOException {
    CorruptionSuspicion known =
        suspicion; // First: what comes after must not be blamed for what is read.
    IndexGeneration here = live;
    return named(here, known::read, () -> IndexSearchers.read(here.searchers(), question));
  }

  /** Something done to what is written. */
  @FunctionalInterface
  interface IndexWrite<T> {
    T of() throws IOException;
  }

  /** Writes; damage that is met is remembered, and called so. */
  <T> T write(IndexWrite<T> deed) throws IOException {
    return named(live, suspicion::met, deed);
  }

  private static <T> T named(
      IndexGeneration here, Predicate<Throwable> isDamage, IndexWrite<T> deed) throws IOException {
    try {
      return deed.of();
    } catch (IOException | RuntimeException | InternalError e) {
      if (isDamage.test(e) && !(e instanceof CorruptIndexException)) {
        throw new CorruptIndexException(
            "what is read is not what was written", here.path().toString(), e);
      }
      throw e;
    }
  }

  /**
   * Returns the failure that only damaged files explain; if there may be another cause, the
   * checksums are compared first.
   */
  Optional<String> damage() throws IOException {
    CorruptionSuspicion here = suspicion;
    Optional<String> suspect = here.toLookInto();
    if (suspect.isPresent()) {
      log.warn("The index could not answer ({}): reading it through", suspect.get());
      lookInto(here);
    }
    return here.damage();
  }

  /** Reads everything, and remembers what is not as it was written. */
  void check() throws IOException {
    lookInto(suspicion);
  }

  private void lookInto(CorruptionSuspicion here) throws IOException {
    try {
      IndexSearchers.read(
          live.searchers(),
          searcher -> {
            IndexGeneration.readThrough(searcher.getIndexReader());
            return true;
          });
      here.cleared();
    } catch (AlreadyClosedException _) {
      // Another generation is begun, or it is over.
    } catch (IOException | RuntimeException | InternalError e) {
      here.found(e.toString());
    }
  }

  /** Why the index is being built anew, when damage is the reason or will be. */
  Optional<String> mending() {
    return suspicion.damage().or(() -> mending);
  }

  boolean rebuilding() {
    return rebuilding;
  }

  void caughtUp() throws IOException {
    rebuilding = false;
    mending = Optional.empty();
    forgetPredecessor();
    folder.removeAllBut(live.path());
  }

  private void forgetPredecessor() throws IOException {
    Optional<PreviousIndex> old = predecessor;
    predecessor = Optional.empty();
    if (old.isPresent()) {
      old.get().close();
    }
  }

  /** Begins a new one beside the one there is, which answers meanwhile if none does yet. */
  void beginNew() throws IOException {
    IndexGeneration before = live;
    live = IndexGeneration.start(folder.next());
    rebuilding = true;
    before.stop(true);
    if (predecessor.isEmpty()) {
      predecessor = PreviousIndex.open(before.path());
    }
  }

  /** Goes back to the last commit; where that is damaged, begins a new one. */
  void reopen() throws IOException {
    live.tragedy().ifPresent(suspicion::met);
    if (suspicion.damage().isPresent() || !wentOn()) {
      readAndReopen();
    }
  }

  /** Opens it again while it answers. Where it cannot be opened it goes on answering. */
  private boolean wentOn() throws IOException {
    IndexGeneration before = live;
    before.rollBack();
    try {
      live = IndexGeneration.start(before.path());
    } catch (IOException | RuntimeException | InternalError e) {
      if (suspicion.met(e)) {
        return false;
      }
      throw e;
    }
    before.stop(false);
    return true;
  }

  /** What is damaged must not answer while it is read through. */
  private void readAndReopen() throws IOException {
    IndexGeneration before = live;
    before.stop(false);
    boolean fits = IndexGeneration.use(before.path()) == IndexGeneration.IndexUse.WRITE;
    if (!fits) {
      mending = suspicion.damage();
    }
    live = IndexGeneration.start(fits ? before.path() : folder.next());
    rebuilding |= !fits;
    suspicion = suspicion.next();
  }

  @Override
  public void close() throws IOException {
    forgetPredecessor();
    live.close();
  }

  private static Optional<PreviousIndex> readable(List<Path> newestFirst) throws IOException {
    for (Path path : newestFirst) {
      IndexGeneration.IndexUse use = IndexGeneration.use(path);
      if (use == IndexGeneration.IndexUse.WRITE || use == IndexGeneration.IndexUse.READ) {
        return PreviousIndex.open(path);
      }
    }
    return Optional.empty();
  }
}
