package signpost.notifier.due;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.record.TroubleCause;
import signpost.record.store.Database;

/**
 * Does the same to many things, each in a transaction of its own. One at which it fails each time
 * is put off and said once, and stops no other; what passes by itself ends the whole round.
 */
public final class OneByOne<T> {
  /** The next version may be able to do it; meanwhile it costs little. */
  public static final Duration PUT_OFF = Duration.ofHours(6);

  private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

  private final Database database;
  private final String doing;
  private final Set<T> failing = new HashSet<>();

  /** {@code doing} begins a sentence for ops that ends with the thing it fails for. */
  public OneByOne(Database database, String doing) {
    this.database = database;
    this.doing = doing;
  }

  /** What is done to one thing in the caller's transaction. */
  public interface Deed<T> {
    void to(Handle handle, T thing);
  }

  /** Does {@code deed} to each, and {@code putOff} to those at which it fails. */
  public void each(Collection<T> things, Deed<T> deed, Deed<T> putOff) {
    Map<T, CompletableFuture<Boolean>> begun = new LinkedHashMap<>();
    things.forEach(thing -> begun.put(thing, begun(deed, thing)));
    begun.forEach((thing, done) -> settle(thing, done, deed, putOff));
  }

  private CompletableFuture<Boolean> begun(Deed<T> deed, T thing) {
    return database.writing(handle -> {
      deed.to(handle, thing);
      return true;
    });
  }

  private void settle(T thing, CompletableFuture<Boolean> done, Deed<T> deed, Deed<T> putOff) {
    failure(done)
        .flatMap(_ -> failure(begun(deed, thing))) // was it what it was committed with?
        .ifPresentOrElse(why -> putOff(thing, why, putOff), () -> failing.remove(thing));
  }

  private static Optional<RuntimeException> failure(CompletableFuture<Boolean> done) {
    try {
      Database.joined(done);
      return Optional.empty();
    } catch (RuntimeException e) {
      if (TroubleCause.of(e).isPassing()) {
        throw e;
      }
      return Optional.of(e);
    }
  }

  private void putOff(T thing, RuntimeException why, Deed<T> putOff) {
    if (failing.add(thing)) {
      LOG.error("{} {} fails and is put off by {} h", doing, thing, PUT_OFF.toHours(), why);
    }
    Database.joined(begun(putOff, thing));
  }
}
