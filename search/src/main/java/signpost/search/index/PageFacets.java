package signpost.search.index;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import signpost.events.PageEvent.PageRead;
import signpost.events.PlacementRef;
import signpost.events.ResourceEvent.ResourceListed;

/** What a page can be narrowed by. */
public final class PageFacets {
  public static final String ROLE = "role";

  /** The role of what suits everybody: it is found whichever role is asked for. */
  public static final String EVERYBODY = "all";

  private static final int MAX_VALUE = 200;

  private PageFacets() {}

  static FacetsConfig config() {
    FacetsConfig config = new FacetsConfig();
    CuratorLabel.FACETS.forEach(facet -> config.setMultiValued(facet, true));
    config.setMultiValued("label", true);
    config.setMultiValued("guide", true);
    return config;
  }

  static void add(Document document, JoinedPage joined) {
    Optional<ResourceListed> resource = joined.resource();
    resource.flatMap(ResourceListed::nation).ifPresent(it -> add(document, "nation", it));
    CuratorLabel.of(resource.map(ResourceListed::labels).orElse(List.of()))
        .forEach(it -> add(document, it.facet(), it.value()));
    joined.placements().stream()
        .map(PlacementRef::guide)
        .distinct()
        .forEach(guide -> add(document, "guide", guide));
    add(document, "publisher", joined.publisher());
    add(document, "health", HealthTokens.of(joined));
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

  private static String language(String tag) {
    return tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
  }
}
