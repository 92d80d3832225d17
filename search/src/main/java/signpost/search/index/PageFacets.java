package signpost.search.index;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import signpost.events.PageEvent.PageRead;
import signpost.events.PlacementRef;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.search.StrangersText;

/**
 * What a page can be narrowed by. A curator's label such as {@code role:health} is a value of the
 * facet it names, where there is one; any other label is a value of {@code label}.
 */
public final class PageFacets {
  public static final String ROLE = "role";

  /** The role of what suits everybody: it is found whichever role is asked for. */
  public static final String EVERYBODY = "all";

  private static final List<String> LABELLED = List.of("type", ROLE, "level");
  private static final int MAX_VALUE = 200;

  private PageFacets() {}

  static FacetsConfig config() {
    FacetsConfig config = new FacetsConfig();
    LABELLED.forEach(facet -> config.setMultiValued(facet, true));
    config.setMultiValued("label", true);
    config.setMultiValued("guide", true);
    return config;
  }

  static void add(Document document, JoinedPage joined) {
    Optional<ResourceListed> resource = joined.resource();
    resource.flatMap(ResourceListed::nation).ifPresent(it -> add(document, "nation", it));
    labels(resource).distinct().forEach(it -> add(document, it.facet(), it.value()));
    joined.placements().stream()
        .map(PlacementRef::guide)
        .distinct()
        .forEach(guide -> add(document, "guide", guide));
    add(document, "publisher", joined.publisher());
    add(document, "health", HealthTokens.of(joined.judged()));
    joined.page().ifPresent(page -> read(document, page));
  }

  static void add(Document document, String facet, String value) {
    String label = StrangersText.brief(value, MAX_VALUE);
    if (!label.isEmpty()) {
      document.add(new SortedSetDocValuesFacetField(facet, label));
    }
  }

  private static void read(Document document, PageRead page) {
    add(document, "format", page.media().toLowerCase(Locale.ROOT));
    page.language().map(PageFacets::language).ifPresent(it -> add(document, "language", it));
  }

  private record Label(String facet, String value) {
    static Label of(String label) {
      int colon = label.indexOf(':');
      String facet = label.substring(0, Math.max(0, colon)).strip().toLowerCase(Locale.ROOT);
      return LABELLED.contains(facet)
          ? new Label(facet, token(label.substring(colon + 1)))
          : new Label("label", label.strip());
    }

    private static String token(String value) {
      return value.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
    }

    boolean isRole() {
      return facet.equals(ROLE);
    }
  }

  /** What suits everybody has no other role: its count can then be added to any other's. */
  private static Stream<Label> labels(Optional<ResourceListed> resource) {
    List<Label> labels =
        resource.map(ResourceListed::labels).orElse(List.of()).stream().map(Label::of).toList();
    Label everybody = new Label(ROLE, EVERYBODY);
    return labels.contains(everybody)
        ? labels.stream().filter(label -> !label.isRole() || label.equals(everybody))
        : labels.stream();
  }

  private static String language(String tag) {
    return tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
  }
}
