package signpost.ingest.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import signpost.events.RecordJson;

/** The names that guides lead to, within the caller's transaction. */
final class RegistrationStore {
  private RegistrationStore() {}

  /** A name and what we know of it. */
  record KnownRegistration(String domain, RegistrationState state) {}

  /** The origins of all placed resources. */
  static List<String> origins(Handle handle) {
    return handle
        .select("SELECT DISTINCT host FROM target WHERE placed = 1 ORDER BY host")
        .mapTo(String.class)
        .list();
  }

  static List<KnownRegistration> all(Handle handle) {
    return of(handle.select("SELECT domain, state FROM registration ORDER BY domain"));
  }

  /** Names that are new are due at once. */
  static void add(Handle handle, Collection<String> domains, Instant now) {
    for (String domain : domains) {
      handle.execute(
          "INSERT INTO registration (domain, due_at, state) VALUES (?, ?, ?)"
              + " ON CONFLICT (domain) DO NOTHING",
          domain,
          now.toEpochMilli(),
          RecordJson.write(RegistrationState.NEW));
    }
  }

  static void remove(Handle handle, String domain) {
    handle.execute("DELETE FROM registration WHERE domain = ?", domain);
  }

  /** Those due by then, the longest due first. */
  static List<KnownRegistration> due(Handle handle, Instant now, int most) {
    return of(
        handle.select(
            "SELECT domain, state FROM registration WHERE due_at <= ? ORDER BY due_at, domain"
                + " LIMIT ?",
            now.toEpochMilli(),
            most));
  }

  private static List<KnownRegistration> of(Query query) {
    return query
        .map((row, _) ->
            new KnownRegistration(row.getString("domain"), state(row.getString("state"))))
        .list();
  }

  /** A registry says it again, so what cannot be read stops no other name. */
  private static RegistrationState state(String json) {
    try {
      return RecordJson.read(json, RegistrationState.class);
    } catch (IllegalStateException _) {
      return RegistrationState.NEW;
    }
  }

  static void keep(Handle handle, String domain, RegistrationState state, Instant dueAt) {
    handle.execute(
        "UPDATE registration SET state = ?, due_at = ? WHERE domain = ?",
        RecordJson.write(state),
        dueAt.toEpochMilli(),
        domain);
  }
}
