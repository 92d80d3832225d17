package signpost.catalogue;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import signpost.events.FindingEvent.FindingKind;

/** Reads the owners of a file: who they are, what is theirs, and how they want to be told. */
final class OwnerReader {
  private static final Set<String> KEYS =
      Set.of("name", "email", "zone", "members", "deputy", "away", "for", "tell");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final FileReader file;
  private final ProblemCollector slips;

  OwnerReader(FileReader file, ProblemCollector slips) {
    this.file = file;
    this.slips = slips;
  }

  Map<String, Owner> read(YamlMapping top) {
    Map<String, Owner> owners = new LinkedHashMap<>();
    Optional<Node> value = top.value("owners");
    if (value.isEmpty()) {
      return owners;
    }
    if (!(value.get() instanceof MappingNode mapping)) {
      slips.error(top.at("owners"), "'owners' is a mapping: write mk: {name: …, email: …}.");
      return owners;
    }
    var ids = YamlMapping.ofIds(mapping, "'owners'", slips);
    for (String id : ids.keys()) {
      file.define("owner", id, ids.at(id));
      if (ids.value(id).orElse(null) instanceof MappingNode fields) {
        owner(id, fields).ifPresent(it -> owners.put(id, it));
      } else {
        slips.error(ids.at(id), "An owner is a mapping: write " + id + ": {name: …, email: …}.");
      }
    }
    return owners;
  }

  private Optional<Owner> owner(String id, MappingNode node) {
    var fields = YamlMapping.of(node, "an owner", KEYS, slips);
    Optional<String> name = fields.requiredProse("name");
    List<String> members = file.owners(fields, "members");
    Optional<String> email = email(fields, !members.isEmpty());
    fields.value("deputy").ifPresent(file::refer);
    ZoneId zone = zone(fields);
    var preferences = new Preferences(tell(fields), true);
    List<AbsenceDays> away =
        each(fields, "away", AbsenceDays::parse, it -> AbsenceDays.problem(it).orElse(""));
    List<PlacementScope> scopes = each(fields, "for", PlacementScope::parse, OwnerReader::noScope);
    if (name.isEmpty() || email.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> deputy = fields.text("deputy");
    var owner =
        new Owner(id, name.get(), email.get(), zone, members, deputy, away, scopes, preferences);
    if (owner.placeholder()) {
      slips.warning(
          fields.at("email"),
          "'"
              + owner.email()
              + "' is only an example: nobody hears of findings until you write"
              + " a real address here.");
    }
    return Optional.of(owner);
  }

  /** A team may have none. */
  private Optional<String> email(YamlMapping fields, boolean team) {
    if (team && fields.value("email").isEmpty()) {
      return Optional.of("");
    }
    Optional<String> text = fields.requiredText("email");
    Optional<String> wrong = text.flatMap(MailAddress::problem);
    if (wrong.isPresent()) {
      slips.error(
          fields.at("email"),
          "'"
              + text.get()
              + "' is no email address: "
              + wrong.get()
              + ". Write it as in mary@council.gov.uk."
              + YamlMapping.curlyHint(text.get()));
      return Optional.empty();
    }
    return text.flatMap(MailAddress::parse).map(MailAddress::toString);
  }

  private ZoneId zone(YamlMapping fields) {
    String text = fields.text("zone").orElse(LONDON.getId());
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      slips.error(
          fields.at("zone"),
          "'" + text + "' is no time zone. Write one such as Europe/London." + zoneHint(text));
      return LONDON;
    }
  }

  private static String zoneHint(String text) {
    String place = "/" + text.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
    return ZoneId.getAvailableZoneIds().stream()
        .filter(it -> it.toLowerCase(Locale.ROOT).endsWith(place))
        .min(String::compareTo)
        .or(() -> NearestWord.of(text, ZoneId.getAvailableZoneIds()))
        .map(it -> " Did you mean '" + it + "'?")
        .orElse("");
  }

  private <T> List<T> each(
      YamlMapping fields,
      String key,
      Function<String, Optional<T>> parse,
      Function<String, String> problem) {
    List<T> all = new ArrayList<>();
    for (Node member : fields.members(key)) {
      if (member instanceof ScalarNode scalar) {
        String text = YamlMapping.words(scalar);
        parse.apply(text).ifPresentOrElse(all::add, () -> slips.error(scalar, problem.apply(text)));
      } else {
        slips.error(member, "A member of '" + key + "' is a text. Quote it if it has brackets.");
      }
    }
    return all;
  }

  private static String noScope(String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    return "'"
        + text
        + "' names no part. Write one of "
        + String.join(", ", PlacementScope.kinds())
        + ", a colon and which, as in section:Toolkits."
        + NearestWord.of(kind, PlacementScope.kinds())
            .map(it -> " Did you mean '" + it + ":'?")
            .orElse("");
  }

  private Map<FindingKind, TellingFrequency> tell(YamlMapping fields) {
    Map<FindingKind, TellingFrequency> wishes = new EnumMap<>(FindingKind.class);
    Optional<Node> value = fields.value("tell");
    if (value.isPresent() && !(value.get() instanceof MappingNode)) {
      slips.error(fields.at("tell"), "'tell' is a mapping: write tell: {changed: weekly}.");
    } else if (value.isPresent()) {
      Map<String, FindingKind> kinds = named(FindingKind.values());
      Map<String, TellingFrequency> often = named(TellingFrequency.values());
      var said = YamlMapping.of((MappingNode) value.get(), "'tell'", kinds.keySet(), slips);
      kinds.forEach((word, kind) ->
          said.text(word)
              .ifPresent(soon -> {
                if (often.containsKey(soon)) {
                  wishes.put(kind, often.get(soon));
                } else {
                  slips.error(
                      said.at(word),
                      "'" + soon + "' says not how soon." + NearestWord.hint(soon, often.keySet()));
                }
              }));
    }
    return wishes;
  }

  private static <E extends Enum<E>> Map<String, E> named(E[] values) {
    Map<String, E> names = new TreeMap<>();
    Stream.of(values)
        .forEach(it -> names.put(it.name().toLowerCase(Locale.ROOT).replace('_', '-'), it));
    return names;
  }
}
