package signpost.search.pages.practitioner;

import io.micronaut.http.HttpParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import signpost.search.api.SearchParameters;
import signpost.search.index.CuratorLabel;
import signpost.search.pages.PageFormat;
import signpost.search.pages.PageWords;
import signpost.search.pages.practitioner.GuideView.PlacementLine;

/** What a guide is narrowed to by its curators' labels: one value of a facet, each an address. */
record GuideFilters(String guide, Map<String, String> chosen) {

  /** One facet and its values in this guide. */
  record FilterGroup(String facet, List<FilterChoice> choices) {}

  /** {@code address}: of the guide with it chosen, or without it where it is. */
  record FilterChoice(String label, long count, boolean chosen, String address) {}

  /**
   * What the parameters choose.
   *
   * @throws signpost.search.api.BadRequestException for a name that is none of the facets'
   */
  static GuideFilters read(String guide, HttpParameters parameters) {
    SearchParameters.refuseUnknown(parameters, CuratorLabel.FACETS);
    Map<String, String> chosen = new LinkedHashMap<>();
    for (String facet : CuratorLabel.FACETS) {
      String value = parameters.get(facet);
      if (value != null && !value.isBlank()) {
        chosen.put(facet, value.strip());
      }
    }
    return new GuideFilters(guide, chosen);
  }

  boolean isEmpty() {
    return chosen.isEmpty();
  }

  boolean suits(PlacementLine line) {
    return chosen.entrySet().stream()
        .allMatch(
            it -> line.labels().stream().anyMatch(at -> at.serves(it.getKey(), it.getValue())));
  }

  /** Facets that tell this guide's lines apart. */
  List<FilterGroup> groups(GuideView whole) {
    List<FilterGroup> groups = new ArrayList<>();
    for (String facet : CuratorLabel.FACETS) {
      TreeSet<String> values = new TreeSet<>();
      whole
          .lines()
          .flatMap(line -> line.labels().stream())
          .filter(label -> label.facet().equals(facet))
          .forEach(label -> values.add(label.value()));
      if (values.size() > 1) {
        groups.add(
            new FilterGroup(facet, values.stream().map(it -> choice(whole, facet, it)).toList()));
      }
    }
    return groups;
  }

  private FilterChoice choice(GuideView whole, String facet, String value) {
    boolean is = value.equals(chosen.get(facet));
    GuideFilters with = with(facet, value);
    long count = whole.lines().filter(with::suits).count();
    return new FilterChoice(
        PageWords.label(value), count, is, is ? without(facet).address() : with.address());
  }

  private GuideFilters with(String facet, String value) {
    Map<String, String> more = new LinkedHashMap<>(chosen);
    more.put(facet, value);
    return new GuideFilters(guide, more);
  }

  private GuideFilters without(String facet) {
    Map<String, String> fewer = new LinkedHashMap<>(chosen);
    fewer.remove(facet);
    return new GuideFilters(guide, fewer);
  }

  private String address() {
    StringBuilder address = new StringBuilder(PageFormat.guide(guide));
    for (String facet : CuratorLabel.FACETS) {
      String value = chosen.get(facet);
      if (value != null) {
        address.append(address.indexOf("?") < 0 ? '?' : '&').append(facet).append('=');
        address.append(PageFormat.encoded(value));
      }
    }
    return address.toString();
  }
}
