package signpost.search.index;

import java.util.List;
import java.util.Locale;

/**
 * What a curator says of a resource: {@code role:health} is a value of the facet it names, where
 * there is one; any other label is a value of {@code label}.
 */
public record CuratorLabel(String facet, String value) {
  /** The facets that labels name. */
  public static final List<String> FACETS = List.of(PageFacets.ROLE, "level", "type");

  private static final CuratorLabel EVERYBODY =
      new CuratorLabel(PageFacets.ROLE, PageFacets.EVERYBODY);

  /** What suits everybody has no other role: its count can then be added to any other's. */
  public static List<CuratorLabel> of(List<String> labels) {
    List<CuratorLabel> all = labels.stream().map(CuratorLabel::of).distinct().toList();
    return all.contains(EVERYBODY)
        ? all.stream().filter(it -> !it.isRole() || it.equals(EVERYBODY)).toList()
        : all;
  }

  private static CuratorLabel of(String label) {
    int colon = label.indexOf(':');
    String facet = label.substring(0, Math.max(0, colon)).strip().toLowerCase(Locale.ROOT);
    return FACETS.contains(facet)
        ? new CuratorLabel(facet, token(label.substring(colon + 1)))
        : new CuratorLabel("label", label.strip());
  }

  private static String token(String value) {
    return value.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
  }

  private boolean isRole() {
    return facet.equals(PageFacets.ROLE);
  }

  /** Whether someone who asks for a value of a facet is served by it. */
  public boolean serves(String askedFacet, String asked) {
    return equals(EVERYBODY)
        ? askedFacet.equals(facet)
        : equals(new CuratorLabel(askedFacet, asked));
  }
}
