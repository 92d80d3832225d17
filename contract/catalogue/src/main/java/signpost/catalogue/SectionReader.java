package signpost.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import signpost.events.PlacementStatus;
import signpost.url.AddressLength;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;

/** Reads the sections of a file and the placements in them. */
final class SectionReader {
  private static final Set<String> NATIONS =
      Set.of("England", "Scotland", "Wales", "Northern Ireland", "UK");

  private final FileReader file;
  private final ProblemCollector slips;

  SectionReader(FileReader file, ProblemCollector slips) {
    this.file = file;
    this.slips = slips;
  }

  List<Section> read(YamlMapping top) {
    List<Section> sections = new ArrayList<>();
    Set<String> titles = new HashSet<>();
    for (Node node : top.list("sections")) {
      if (!(node instanceof MappingNode mapping)) {
        slips.error(node, "A section is a mapping: write - title: …, then its resources.");
        continue;
      }
      var fields = YamlMapping.of(mapping, "a section", Set.of("title", "resources"), slips);
      Optional<String> title = fields.requiredProse("title");
      if (title.isPresent() && !titles.add(title.get())) {
        slips.error(
            fields.at("title"),
            "A second section is called '" + title.get() + "'. Merge them or rename one.");
      }
      sections.add(new Section(title.orElse(""), placements(fields)));
    }
    return sections;
  }

  private List<Placement> placements(YamlMapping section) {
    List<Placement> placements = new ArrayList<>();
    Set<CanonicalUrl> seen = new HashSet<>();
    for (Node node : section.list("resources")) {
      Optional<Placement> placement = placement(node);
      Optional<CanonicalUrl> resource = placement.flatMap(Placement::resource);
      if (resource.isPresent() && !seen.add(resource.get())) {
        slips.warning(
            node,
            "This section has "
                + resource.get()
                + " already; only the first one counts. Remove one of them.");
      } else {
        placement.ifPresent(placements::add);
      }
    }
    return placements;
  }

  private Optional<Placement> placement(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      slips.error(node, "A resource is a mapping: write {text: …, url: …}.");
      return Optional.empty();
    }
    var keys = Set.of("text", "url", "status", "nation", "labels", "owners");
    var fields = YamlMapping.of(mapping, "a resource", keys, slips);
    Optional<String> text = fields.requiredProse("text");
    Optional<WebUrl> url = file.url(fields, "url");
    url.filter(it -> !AddressLength.fits(it))
        .ifPresent(_ ->
            slips.warning(
                fields.at("url"),
                "The address of '" + text.orElse("") + "'" + FileReader.TOO_LONG));
    PlacementStatus status = status(fields, url.isPresent());
    if (status == PlacementStatus.ACTIVE && fields.value("url").isEmpty()) {
      slips.error(
          fields.at("status"),
          "An active resource needs 'url'. Add it, or write status: unverified.");
    }
    return text.map(it ->
        new Placement(
            it,
            url,
            status,
            nation(fields),
            fields.texts("labels"),
            file.owners(fields, "owners"),
            Optional.empty()));
  }

  private PlacementStatus status(YamlMapping fields, boolean hasUrl) {
    Optional<String> written = fields.text("status");
    if (written.isEmpty()) {
      return hasUrl ? PlacementStatus.ACTIVE : PlacementStatus.UNVERIFIED;
    }
    return switch (written.get()) {
      case "active" -> PlacementStatus.ACTIVE;
      case "unverified" -> PlacementStatus.UNVERIFIED;
      case "manual" -> PlacementStatus.MANUAL;
      default -> {
        String hint = NearestWord.hint(written.get(), Set.of("active", "unverified", "manual"));
        slips.error(fields.at("status"), "'" + written.get() + "' is not a status." + hint);
        yield PlacementStatus.UNVERIFIED;
      }
    };
  }

  private Optional<String> nation(YamlMapping fields) {
    Optional<String> written = fields.text("nation");
    Optional<String> known =
        written.flatMap(it -> NATIONS.stream().filter(it::equalsIgnoreCase).findFirst());
    if (written.isPresent() && known.isEmpty()) {
      String hint = NearestWord.hint(written.get(), NATIONS);
      slips.error(fields.at("nation"), "'" + written.get() + "' is not a nation." + hint);
    }
    return known;
  }
}
