package signpost.ingest.visit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import signpost.record.store.Database;
import signpost.web.politeness.RobotsStore;
import signpost.web.politeness.StoredRobots;

/** Keeps robots.txt over restarts. */
@Singleton
final class SqlRobots implements RobotsStore {
  private final Database database;

  SqlRobots(Database database) {
    this.database = database;
  }

  @Override
  public Optional<StoredRobots> load(String origin) {
    return database.read(handle ->
        handle
            .select("SELECT * FROM robots WHERE origin = ?", origin)
            .map((row, _) ->
                new StoredRobots(
                    row.getString("origin"),
                    row.getString("body"),
                    row.getInt("status"),
                    Instant.ofEpochMilli(row.getLong("fetched_at")),
                    Optional.of(row.getLong("turned_away_at"))
                        .filter(at -> at > 0)
                        .map(Instant::ofEpochMilli)))
            .findOne());
  }

  @Override
  public void save(StoredRobots robots) {
    database.write(handle ->
        handle.execute(
            "INSERT INTO robots (origin, status, body, fetched_at, turned_away_at)"
                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (origin) DO UPDATE SET"
                + " status = excluded.status, body = excluded.body,"
                + " fetched_at = excluded.fetched_at, turned_away_at = excluded.turned_away_at",
            robots.origin(),
            robots.status(),
            robots.text(),
            robots.fetchedAt().toEpochMilli(),
            robots.turnedAwayAt().map(Instant::toEpochMilli).orElse(0L)));
  }
}
