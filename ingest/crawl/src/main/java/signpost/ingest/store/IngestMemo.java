package signpost.ingest.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Single values by name, within the caller's transaction. */
public final class IngestMemo {
  private IngestMemo() {}

  /** The value of a name; empty where none was written. */
  public static Optional<String> read(Handle handle, String name) {
    return handle
        .select("SELECT value FROM memo WHERE name = ?", name)
        .mapTo(String.class)
        .findOne();
  }

  /** Puts a value in the place of the one before. */
  public static void write(Handle handle, String name, String value) {
    handle.execute(
        "INSERT INTO memo (name, value) VALUES (?, ?) ON CONFLICT (name)"
            + " DO UPDATE SET value = excluded.value",
        name,
        value);
  }
}
