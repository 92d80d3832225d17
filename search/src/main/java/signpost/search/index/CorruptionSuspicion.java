package signpost.search.index;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * What a failed question says of the files it was asked of. Bytes that are not what was written
 * show in many ways, and so do faults of our own: unless Lucene itself says so, the checksums
 * decide.
 */
final class CorruptionSuspicion {
  /** A fault of our own comes with every such question, and reading everything takes a while. */
  private static final long NOT_AGAIN_FOR = Duration.ofMinutes(10).toNanos();

  private Optional<String> damage = Optional.empty();
  private Optional<String> suspect = Optional.empty();
  private boolean cleared;
  private long clearedAt;

  /**
   * Starts again after a check, so that the same suspicion does not cause another check at once.
   */
  synchronized CorruptionSuspicion next() {
    CorruptionSuspicion next = new CorruptionSuspicion();
    next.cleared = cleared;
    next.clearedAt = clearedAt;
    return next;
  }

  /** Somebody could not be answered. Returns whether damaged files alone can explain it. */
  synchronized boolean read(Throwable fault) {
    boolean certain = met(fault);
    boolean closed = fault instanceof AlreadyClosedException;
    boolean ours = fault instanceof IOException || fault instanceof RuntimeException;
    boolean again = !cleared || System.nanoTime() - clearedAt > NOT_AGAIN_FOR;
    if (!certain && !closed && ours && again) {
      suspect = Optional.of(fault.toString());
    }
    return certain;
  }

  /**
   * Something failed that makes nobody suspect the files, as a write does on a full disk. Returns
   * whether damaged files alone can explain it all the same.
   */
  boolean met(Throwable fault) {
    return switch (fault) {
      case CorruptIndexException _,
          IndexFormatTooOldException _,
          IndexFormatTooNewException _,
          EOFException _,
          NoSuchFileException _,
          InternalError _ -> {
        found(fault.toString());
        yield true;
      }
      case Throwable _ -> false;
    };
  }

  /** Damage is certain. */
  synchronized void found(String what) {
    damage = damage.or(() -> Optional.of(what));
  }

  /** What made somebody suspect damage that nobody has looked for yet; asked once. */
  synchronized Optional<String> toLookInto() {
    Optional<String> now = suspect;
    suspect = Optional.empty();
    return damage.isPresent() ? Optional.empty() : now;
  }

  /** All was read and is as it was written. */
  synchronized void cleared() {
    cleared = true;
    clearedAt = System.nanoTime();
  }

  synchronized Optional<String> damage() {
    return damage;
  }
}
