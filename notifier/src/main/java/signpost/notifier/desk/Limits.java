package signpost.notifier.desk;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/** How often strangers may make us write to somebody: a window for each asker, and one for all. */
@Singleton
final class Limits {
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final String ALL = "";

  private final InstantSource wall;

  Limits(@Named("wall") InstantSource wall) {
    this.wall = wall;
  }

  /** What may be asked for, how often an hour by one, and by all together. */
  enum What {
    LINK(3, 200),
    SUBSCRIPTION(3, 200),
    REPORT(1, 60),
    WEBHOOK(6, 60);

    private final int each;
    private final int all;

    What(int each, int all) {
      this.each = each;
      this.all = all;
    }
  }

  /** Counts one more; returns whether it is within the limits. */
  boolean allow(Handle handle, What what, String who) {
    return count(handle, what, who) <= what.each && count(handle, what, ALL) <= what.all;
  }

  private int count(Handle handle, What what, String who) {
    Instant now = wall.instant();
    handle.execute("DELETE FROM asked WHERE at <= ?", now.minus(WINDOW).toEpochMilli());
    return handle
        .createQuery(
            "INSERT INTO asked (what, who, at, n) VALUES (:what, :who, :at, 1)"
                + " ON CONFLICT (what, who) DO UPDATE SET n = asked.n + 1 RETURNING n")
        .bind("what", what.name())
        .bind("who", who)
        .bind("at", now.toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }
}
