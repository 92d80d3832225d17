package signpost.notifier.owner;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The {@code owners} of one catalogue file; the rest of the file is ingest's. */
final class OwnersFile {
  private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/London");
  private static final Set<String> KEYS = Set.of("name", "email", "zone");
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>,;\"()\\p{Cntrl}]+@[^\\s@<>,;\"()\\p{Cntrl}]+");

  private OwnersFile() {}

  static Map<String, Owner> read(String yaml) throws UnreadableOwners {
    Object root;
    try {
      root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    } catch (YAMLException e) {
      throw new UnreadableOwners(String.valueOf(e.getMessage()));
    }
    Object owners = root instanceof Map<?, ?> map ? map.get("owners") : null;
    if (owners == null) {
      return Map.of();
    }
    if (!(owners instanceof Map<?, ?> map)) {
      throw new UnreadableOwners("owners must be a map from id to name, email and zone.");
    }
    Map<String, Owner> read = new HashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String id = String.valueOf(entry.getKey());
      read.put(id, owner(id, entry.getValue()));
    }
    return read;
  }

  private static Owner owner(String id, @Nullable Object value) throws UnreadableOwners {
    if (!(value instanceof Map<?, ?> fields)) {
      throw new UnreadableOwners("owner " + id + " must have an email.");
    }
    for (Object key : fields.keySet()) {
      if (!KEYS.contains(String.valueOf(key))) {
        throw new UnreadableOwners(
            "owner " + id + " has the unknown key " + key + "; known are name, email and zone.");
      }
    }
    String email = text(fields.get("email"));
    if (!ADDRESS.matcher(email).matches()) {
      throw new UnreadableOwners("owner " + id + " has no usable email: “" + email + "”.");
    }
    return new Owner(id, text(fields.get("name")), email, zone(id, text(fields.get("zone"))));
  }

  private static ZoneId zone(String id, String name) throws UnreadableOwners {
    try {
      return name.isEmpty() ? DEFAULT_ZONE : ZoneId.of(name);
    } catch (DateTimeException _) {
      throw new UnreadableOwners(
          "owner " + id + " has the unknown zone " + name + "; write Europe/London, say.");
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : String.valueOf(value).strip();
  }
}
