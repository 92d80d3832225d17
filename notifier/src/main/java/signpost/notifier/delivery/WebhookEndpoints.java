package signpost.notifier.delivery;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import signpost.notifier.delivery.WebhookEndpoint.EndpointState;

/** Webhooks in SQL, one for each owner. */
public final class WebhookEndpoints {
  private static final RowMapper<WebhookEndpoint> ROW =
      (row, _) ->
          new WebhookEndpoint(
              row.getString("owner"),
              row.getString("url"),
              row.getString("secret"),
              EndpointState.valueOf(row.getString("state")));

  private WebhookEndpoints() {}

  /** An owner's webhook. */
  public static Optional<WebhookEndpoint> of(Handle handle, String owner) {
    return handle.select("SELECT * FROM endpoint WHERE owner = ?", owner).map(ROW).findOne();
  }

  static boolean isReady(Handle handle, String owner) {
    return of(handle, owner).filter(it -> it.state() == EndpointState.READY).isPresent();
  }

  /** Keeps a webhook in the place of the one before. */
  public static void save(Handle handle, WebhookEndpoint endpoint, Instant at) {
    handle.execute(
        "INSERT INTO endpoint (owner, url, secret, state, changed_at) VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT (owner) DO UPDATE SET url = excluded.url, secret = excluded.secret,"
            + " state = excluded.state, changed_at = excluded.changed_at",
        endpoint.owner(),
        endpoint.url(),
        endpoint.secret(),
        endpoint.state().name(),
        at.toEpochMilli());
  }

  /** It answered 410: nothing more is sent there. */
  static void disable(Handle handle, String owner) {
    handle.execute("UPDATE endpoint SET state = 'DISABLED' WHERE owner = ?", owner);
  }

  /** Takes a webhook away; whether there was one. */
  public static boolean remove(Handle handle, String owner) {
    return handle.execute("DELETE FROM endpoint WHERE owner = ?", owner) == 1;
  }
}
