package signpost.ingest.listing;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Small things to remember, by name. */
final class ListingMemo {
  private ListingMemo() {}

  static Optional<String> read(Handle handle, String name) {
    return handle
        .select("SELECT value FROM memo WHERE name = ?", name)
        .mapTo(String.class)
        .findOne();
  }

  static void write(Handle handle, String name, String value) {
    handle.execute(
        "INSERT INTO memo (name, value) VALUES (?, ?) ON CONFLICT (name)"
            + " DO UPDATE SET value = excluded.value",
        name,
        value);
  }
}
