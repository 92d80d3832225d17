package signpost.notifier.owner;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import signpost.catalogue.MailAddress;
import signpost.events.FindingEvent.FindingKind;
import signpost.notifier.store.WireName;

/** The {@code owners} of one catalogue file; the rest of the file is ingest's. */
final class OwnersFile {
  private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/London");
  private static final Set<String> KEYS =
      new TreeSet<>(Set.of("name", "email", "zone", "members", "deputy", "away", "for", "tell"));

  private final String id;
  private final Map<?, ?> fields;

  private OwnersFile(String id, Map<?, ?> fields) {
    this.id = id;
    this.fields = fields;
  }

  static Map<String, Owner> read(String yaml) throws UnreadableOwners {
    Object root;
    try {
      root = yaml().load(yaml);
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
      if (!(entry.getValue() instanceof Map<?, ?> fields)) {
        throw new UnreadableOwners("owner " + id + " must have an email.");
      }
      read.put(id, new OwnersFile(id, fields).owner());
    }
    return read;
  }

  private Owner owner() throws UnreadableOwners {
    for (Object key : fields.keySet()) {
      if (!KEYS.contains(String.valueOf(key))) {
        throw wrong("has the unknown key " + key + "; known are " + String.join(", ", KEYS) + ".");
      }
    }
    List<String> members = list("members");
    String email = text(fields.get("email"));
    Optional<String> problem = MailAddress.problem(email);
    if (problem.isPresent() && !(email.isEmpty() && !members.isEmpty())) {
      throw wrong("has no usable email: “" + email + "”: " + problem.get() + ".");
    }
    return new Owner(
        id,
        text(fields.get("name")),
        email,
        zone(text(fields.get("zone"))),
        members,
        Optional.of(text(fields.get("deputy"))).filter(it -> !it.isEmpty()),
        each("away", Away::parse, "days as 2026-12-20/2027-01-03"),
        each("for", Scope::parse, "one of " + Scope.kinds() + ", as in section:Toolkits"),
        new Preferences(tell(), true));
  }

  private <T> List<T> each(String key, Function<String, Optional<T>> parse, String form)
      throws UnreadableOwners {
    List<T> all = new ArrayList<>();
    for (String words : list(key)) {
      all.add(
          parse
              .apply(words)
              .orElseThrow(
                  () -> wrong("says " + key + ": “" + words + "”, which is not " + form + ".")));
    }
    return all;
  }

  private Map<FindingKind, Frequency> tell() throws UnreadableOwners {
    Map<FindingKind, Frequency> all = new EnumMap<>(FindingKind.class);
    Object value = fields.get("tell");
    if (value == null) {
      return all;
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong("says tell, which must map kinds to immediate, daily, weekly or off.");
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      all.put(
          constant(FindingKind.class, text(entry.getKey())),
          // YAML 1.1 reads a bare off as false.
          Boolean.FALSE.equals(entry.getValue())
              ? Frequency.OFF
              : constant(Frequency.class, text(entry.getValue())));
    }
    return all;
  }

  private <E extends Enum<E>> E constant(Class<E> type, String word) throws UnreadableOwners {
    try {
      return WireName.read(type, word);
    } catch (IllegalArgumentException _) {
      List<String> known = new ArrayList<>();
      for (E constant : type.getEnumConstants()) {
        known.add(WireName.of(constant));
      }
      throw wrong("says tell with “" + word + "”; known are " + String.join(", ", known) + ".");
    }
  }

  private ZoneId zone(String name) throws UnreadableOwners {
    try {
      return name.isEmpty() ? DEFAULT_ZONE : ZoneId.of(name);
    } catch (DateTimeException _) {
      throw wrong("has the unknown zone " + name + "; write Europe/London, say.");
    }
  }

  private List<String> list(String key) {
    return switch (fields.get(key)) {
      case null -> List.of();
      case List<?> items -> items.stream().map(OwnersFile::text).toList();
      case Object one -> List.of(text(one));
    };
  }

  private UnreadableOwners wrong(String words) {
    return new UnreadableOwners("owner " + id + " " + words);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : String.valueOf(value).strip();
  }

  /** YAML 1.1 would read a bare date as an instant; its words are meant. */
  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    DumperOptions none = new DumperOptions();
    Resolver words =
        new Resolver() {
          @Override
          public void addImplicitResolver(Tag tag, Pattern form, String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) {
              super.addImplicitResolver(tag, form, first, limit);
            }
          }
        };
    return new Yaml(new SafeConstructor(options), new Representer(none), none, options, words);
  }
}
