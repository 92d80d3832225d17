package signpost.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import signpost.catalogue.CatalogueFile.FilePosition;
import signpost.events.ResourceEvent.PinnedPages;
import signpost.url.AddressLength;
import signpost.url.WebUrl;

/** Reads one file of the catalogue; whatever is wrong in it becomes a slip with its place. */
final class FileReader {
  private static final ReadingSchedule DAILY = new ReadingSchedule("0 0 6 * * ?");
  private static final ReadingSchedule NIGHTLY = new ReadingSchedule("0 0 2 * * ?");

  /** Ends a sentence about an address. */
  static final String TOO_LONG =
      " is longer than %,d characters and cannot be watched.".formatted(AddressLength.MOST);

  private static final String ID = "[a-z0-9][a-z0-9-]{0,63}";

  private final String file;
  private final ProblemCollector slips;
  private final Map<FilePosition, String> ownerReferences = new LinkedHashMap<>();
  private final Map<String, FilePosition> places = new LinkedHashMap<>();

  FileReader(String file, ProblemCollector slips) {
    this.file = file;
    this.slips = slips;
  }

  Optional<CatalogueFile> read(String text) {
    return YamlText.read(text, slips).flatMap(this::read);
  }

  private Optional<CatalogueFile> read(MappingNode root) {
    var top =
        YamlMapping.of(
            root,
            "a catalogue file",
            Set.of("guide", "owners", "sections", "pins", "sources"),
            slips);
    List<Section> sections = new SectionReader(this, slips).read(top);
    PinReader pins = new PinReader(this, slips);
    List<PinnedPages> pinned = pins.read(top);
    Optional<Guide> guide = top.value("guide").flatMap(it -> guide(it, sections, pinned));
    if (top.value("guide").isEmpty()) {
      guideless(top, "sections", sections);
      guideless(top, "pins", pinned);
    }
    Map<String, Owner> owners = new OwnerReader(this, slips).read(top);
    List<Source> sources = top.list("sources").stream().flatMap(it -> source(it).stream()).toList();
    if (slips.anyError()) {
      return Optional.empty();
    }
    return Optional.of(
        new CatalogueFile(guide, sources, owners, ownerReferences, pins.places(), places));
  }

  private void guideless(YamlMapping top, String key, List<?> members) {
    if (!members.isEmpty()) {
      slips.error(
          top.at(key),
          YamlMapping.capital(key) + " belong to a guide. Add 'guide: {id: …, title: …}'.");
    }
  }

  private Optional<Guide> guide(Node node, List<Section> sections, List<PinnedPages> pins) {
    if (node instanceof ScalarNode address) {
      String id = idOfFile();
      define("guide", id, node);
      return ownUrl(YamlMapping.words(address), node)
          .map(it ->
              new Guide(id, it.href(), Optional.of(it), false, DAILY, List.of(), sections, pins));
    }
    if (!(node instanceof MappingNode mapping)) {
      slips.error(node, "'guide' is a URL, or a mapping such as {id: …, title: …, url: …}.");
      return Optional.empty();
    }
    var keys = Set.of("id", "title", "url", "ours", "schedule", "owners");
    var fields = YamlMapping.of(mapping, "a guide", keys, slips);
    String id = fields.text("id").orElseGet(this::idOfFile);
    define("guide", id, fields.at("id"));
    Optional<WebUrl> url = ownUrl(fields, "url");
    Optional<String> title = fields.prose("title").or(() -> url.map(WebUrl::href));
    if (url.isEmpty() && fields.value("url").isPresent()) {
      return Optional.empty();
    }
    if (title.isEmpty()) {
      slips.error(node, "A guide needs 'title', or a 'url' whose page has one.");
      return Optional.empty();
    }
    if (url.isEmpty() && sections.isEmpty()) {
      slips.error(node, "A guide needs 'url', or 'sections' with its resources.");
      return Optional.empty();
    }
    ReadingSchedule schedule = schedule(fields, DAILY);
    List<String> owners = owners(fields, "owners");
    return Optional.of(
        new Guide(id, title.get(), url, fields.flag("ours"), schedule, owners, sections, pins));
  }

  private Optional<Source> source(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      slips.error(node, "A source is a mapping: write {id: …, start: …}.");
      return Optional.empty();
    }
    var keys =
        Set.of("id", "start", "include", "exclude", "max-pages", "schedule", "ours", "owners");
    var fields = YamlMapping.of(mapping, "a source", keys, slips);
    Optional<String> id = fields.requiredText("id");
    Optional<WebUrl> start = ownUrl(fields, "start");
    if (fields.value("start").isEmpty()) {
      slips.error(node, "A source needs 'start', the URL where crawling begins.");
    }
    int most = fields.count("max-pages", Source.DEFAULT_MAX_PAGES);
    ReadingSchedule schedule = schedule(fields, NIGHTLY);
    List<String> owners = owners(fields, "owners");
    if (id.isEmpty() || start.isEmpty()) {
      return Optional.empty();
    }
    define("source", id.get(), fields.at("id"));
    List<String> include = new ArrayList<>(fields.texts("include"));
    if (include.isEmpty()) {
      include.add(folder(start.get()));
    }
    return Optional.of(
        new Source(
            id.get(),
            start.get(),
            include,
            fields.texts("exclude"),
            most,
            schedule,
            fields.flag("ours"),
            owners));
  }

  /** Everything beside and below the start page. */
  private static String folder(WebUrl start) {
    String path = start.path();
    return start.origin() + path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** Ids of owners named here; whether they exist is known once the folder is read. */
  List<String> owners(YamlMapping fields, String key) {
    fields.members(key).forEach(this::refer);
    return fields.texts(key);
  }

  /** The id of an owner is named here. */
  void refer(Node node) {
    if (node instanceof ScalarNode scalar) {
      ownerReferences.put(ProblemCollector.place(scalar.getStartMark()), YamlMapping.words(scalar));
    }
  }

  /** A guide, a source or an owner gets its id here. */
  void define(String kind, String id, Node at) {
    if (!id.matches(ID)) {
      slips.error(at, badId(id));
    }
    if (places.putIfAbsent(kind + " " + id, ProblemCollector.place(at.getStartMark())) != null) {
      slips.error(at, "The " + kind + " '" + id + "' is here twice. Rename one.");
    }
  }

  Optional<WebUrl> url(YamlMapping fields, String key) {
    return fields.text(key).flatMap(it -> url(it, fields.value(key).orElse(fields.node())));
  }

  private Optional<WebUrl> url(String text, Node at) {
    Optional<WebUrl> url = WebUrl.parse(text);
    if (url.isEmpty()) {
      String why = WebUrl.problem(text).orElse("it is malformed");
      slips.error(at, "'" + text + "' is no URL: " + why + "." + remedy(text));
    } else if (!url.get().web()) {
      slips.error(at, "'" + text + "' is not on the web: only http:// and https:// are watched.");
      return Optional.empty();
    } else if (url.get().hasUserinfo()) {
      slips.error(at, "A URL with a user name or password in it is never visited. Remove it.");
      return Optional.empty();
    }
    return url;
  }

  /** The URL of a guide, a source or a pin, which must be one that can be watched. */
  Optional<WebUrl> ownUrl(String text, Node at) {
    Optional<WebUrl> url = url(text, at);
    url.filter(it -> !AddressLength.fits(it)).ifPresent(_ -> slips.error(at, "The URL" + TOO_LONG));
    return url;
  }

  private Optional<WebUrl> ownUrl(YamlMapping fields, String key) {
    return fields.text(key).flatMap(it -> ownUrl(it, fields.value(key).orElse(fields.node())));
  }

  private static String remedy(String text) {
    boolean bare = text.matches("[\\w-]+(\\.[\\w-]+)+(:\\d+)?(/.*)?");
    return (bare && WebUrl.parse("https://" + text).isPresent()
            ? " Write https://" + text + "."
            : " Copy it from a browser, with https:// in front.")
        + YamlMapping.curlyHint(text);
  }

  private ReadingSchedule schedule(YamlMapping fields, ReadingSchedule fallback) {
    Optional<String> cron = fields.text("schedule");
    Optional<String> wrong = cron.flatMap(ReadingSchedule::problem);
    if (wrong.isPresent()) {
      slips.error(
          fields.value("schedule").orElse(fields.node()),
          "'"
              + cron.get()
              + "' is no schedule ("
              + wrong.get()
              + "). Six fields: second minute"
              + " hour day month weekday, as in 0 0 6 * * ? for every day at six.");
      return fallback;
    }
    return cron.map(ReadingSchedule::new).orElse(fallback);
  }

  private static String badId(String id) {
    return "'"
        + id
        + "' cannot be an id: use a to z, 0 to 9 and '-', at most 64."
        + YamlMapping.curlyHint(id);
  }

  /** {@code Snap Guide.yaml} gives {@code snap-guide}. */
  private String idOfFile() {
    String name = file.replaceFirst("(?i)\\.ya?ml$", "").toLowerCase(Locale.ROOT);
    String id = name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String usable = id.isEmpty() ? "guide" : id.substring(0, Math.min(64, id.length()));
    return usable;
  }
}
