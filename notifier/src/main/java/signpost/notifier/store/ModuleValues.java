package signpost.notifier.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Single values the module remembers. */
public final class ModuleValues {
  private ModuleValues() {}

  /** The value of a name. */
  public static Optional<String> get(Handle handle, String name) {
    return handle
        .select("SELECT value FROM meta WHERE name = ?", name)
        .mapTo(String.class)
        .findOne();
  }

  /** Puts a value in the place of the one before. */
  public static void set(Handle handle, String name, String value) {
    handle.execute(
        "INSERT INTO meta (name, value) VALUES (?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name,
        value);
  }

  /** The value of a name, which is this one if it has none yet. */
  public static String first(Handle handle, String name, String value) {
    handle.execute(
        "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING", name, value);
    return get(handle, name).orElse(value);
  }
}
