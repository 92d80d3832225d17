package signpost.notifier.desk;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/**
 * How often strangers may make us write to somebody: so often an hour for each mailbox or link, for
 * each client, and for all together. The pot of all is larger than any client's share of it.
 */
@Singleton
final class RequestLimits {
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final String ALL = "";
  private static final String CLIENT = "client ";

  private final InstantSource wall;

  RequestLimits(@Named("wall") InstantSource wall) {
    this.wall = wall;
  }

  /** What may be asked for, how often an hour about one, by one client, and by all together. */
  enum LimitedRequest {
    LINK(3, 20, 200),
    SUBSCRIPTION(3, 20, 200),
    REPORT(1, 10, 60),
    WEBHOOK(6, 6, 60);

    private final int each;
    private final int client;
    private final int all;

    LimitedRequest(int each, int client, int all) {
      this.each = each;
      this.client = client;
      this.all = all;
    }
  }

  /**
   * Counts one request and returns whether it is within the limits. Requests beyond a client's
   * share do not count against others.
   */
  boolean allow(Handle handle, LimitedRequest what, String client, String whom) {
    handle.execute("DELETE FROM asked WHERE at <= ?", wall.instant().minus(WINDOW).toEpochMilli());
    return count(handle, what, CLIENT + client) <= what.client
        && count(handle, what, whom) <= what.each
        && count(handle, what, ALL) <= what.all;
  }

  private int count(Handle handle, LimitedRequest what, String who) {
    return handle
        .createQuery(
            "INSERT INTO asked (what, who, at, n) VALUES (:what, :who, :at, 1)"
                + " ON CONFLICT (what, who) DO UPDATE SET n = asked.n + 1 RETURNING n")
        .bind("what", what.name())
        .bind("who", who)
        .bind("at", wall.instant().toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }
}
