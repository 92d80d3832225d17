package signpost.notifier.delivery;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who reads a feed. Its address holds a number: a new one makes the old address worthless. */
public final class FeedReaders {
  private FeedReaders() {}

  /** Whether an owner asked for a feed. */
  public static boolean has(Handle handle, String owner) {
    return generation(handle, owner).isPresent();
  }

  /** The number that is good now. */
  public static Optional<Integer> generation(Handle handle, String owner) {
    return handle
        .select("SELECT generation FROM feed WHERE owner = ?", owner)
        .mapTo(Integer.class)
        .findOne();
  }

  /** Ends a feed; its address is worth nothing any more. */
  public static void close(Handle handle, String owner) {
    handle.execute("DELETE FROM feed WHERE owner = ?", owner);
  }

  /** Opens a feed, or changes its address; returns the number that is good from now on. */
  public static int open(Handle handle, String owner) {
    return handle
        .createQuery(
            "INSERT INTO feed (owner, generation) VALUES (:owner, 1) ON CONFLICT (owner)"
                + " DO UPDATE SET generation = feed.generation + 1 RETURNING generation")
        .bind("owner", owner)
        .mapTo(Integer.class)
        .one();
  }
}
