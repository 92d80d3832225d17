package signpost.ingest.successor;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.events.LinkEvent.SuccessorFound;
import signpost.events.PageSuccessor;
import signpost.record.outbox.Outbox;
import signpost.record.store.Database;
import signpost.url.CanonicalUrl;
import signpost.web.health.TargetState;

/**
 * Which targets are looked for: the search begins with the first sign of an end and is told once
 * the end is proven, so that what was found is in the mail that tells of it.
 */
@Singleton
public final class SuccessorSearches {
  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  SuccessorSearches(Database database, Outbox outbox, @Named("clock") InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * What a judgement of a placed target means for its search, within the visit's transaction. Of
   * one that is well nothing is kept, whatever was known before: the next end is another.
   */
  public void judged(Handle handle, CanonicalUrl target, TargetState after, Instant now) {
    switch (EndingStage.of(after)) {
      case NONE -> SuccessorRows.forget(handle, target);
      case UNKNOWN -> {}
      case SUSPECTED -> SuccessorRows.begin(handle, target, now);
      case CONFIRMED -> {
        SuccessorRows.begin(handle, target, now);
        SuccessorRows.confirm(handle, target).ifPresent(it -> tell(handle, target, it, now));
      }
    }
  }

  /** Keeps what an attempt led to, and tells what is new of a proven end. */
  void keep(Handle handle, SearchedTarget before, SearchedTarget after, Instant now) {
    boolean proven = SuccessorRows.keep(handle, after);
    if (proven && !after.found().equals(before.found())) {
      after.found().ifPresent(it -> tell(handle, after.target(), it, now));
    }
  }

  private void tell(Handle handle, CanonicalUrl target, PageSuccessor found, Instant now) {
    outbox.put(handle, new SuccessorFound(target, found, now), now);
  }

  /** Targets to be looked for now. */
  public long due() {
    Instant now = clock.instant();
    return database.read(handle -> SuccessorRows.dueCount(handle, now));
  }

  /** When the next is to be looked for. */
  public Optional<Instant> nextDueAt() {
    return database.read(SuccessorRows::nextDueAt);
  }
}
