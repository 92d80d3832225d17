package signpost.notifier.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How often an owner was told by a channel since an instant, and when last. */
public record DeliveryTally(String owner, String channel, long messages, Optional<Instant> lastAt) {
  private static final int MOST = 200;

  /** Everybody who was told anything, whoever was told most first. */
  public static List<DeliveryTally> since(Handle handle, Instant from) {
    return handle
        .select(
            "SELECT owner, channel, COUNT(*) AS messages, MAX(decided_at) AS last_at FROM delivery"
                + " WHERE decided_at >= ? GROUP BY owner, channel"
                + " ORDER BY messages DESC, owner, channel LIMIT ?",
            from.toEpochMilli(),
            MOST)
        .map((row, _) -> {
          @Nullable Number last = (Number) row.getObject("last_at");
          return new DeliveryTally(
              row.getString("owner"),
              row.getString("channel"),
              row.getLong("messages"),
              Optional.ofNullable(last).map(it -> Instant.ofEpochMilli(it.longValue())));
        })
        .list();
  }
}
