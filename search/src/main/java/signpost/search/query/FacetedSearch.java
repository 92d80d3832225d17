package signpost.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import signpost.search.index.IndexFields;
import signpost.search.index.PageFacets;
import signpost.search.index.PageIndex;
import signpost.search.query.SearchResults.FacetCount;

/** A search with filters and counts; the counts of a facet stay put when one of it is chosen. */
final class FacetedSearch {
  private static final int VALUES = 20;

  private FacetedSearch() {}

  /** What every result must match, if anything: any value of a facet, all facets, any host. */
  static Optional<Query> filter(SearchRequest need) {
    return need.filters().isEmpty()
        ? Optional.empty()
        : Optional.of(narrowed(need, new DrillDownQuery(PageIndex.facets(), atHosts(need))));
  }

  /** How many results each value has, or would add to those of its facet that are chosen. */
  static Map<String, List<FacetCount>> counts(
      IndexSearcher searcher,
      Optional<SortedSetDocValuesReaderState> state,
      SearchRequest need,
      Query results)
      throws IOException {
    if (state.isEmpty()) {
      return Map.of();
    }
    Query all =
        new BooleanQuery.Builder()
            .add(results, Occur.FILTER)
            .add(atHosts(need), Occur.FILTER)
            .build();
    DrillSideways sideways = new DrillSideways(searcher, PageIndex.facets(), state.get());
    DrillDownQuery narrowed = narrowed(need, new DrillDownQuery(PageIndex.facets(), all));
    return counts(sideways.search(narrowed, 1).facets, need);
  }

  private static DrillDownQuery narrowed(SearchRequest need, DrillDownQuery query) {
    IndexFields.FACETS.forEach(
        facet -> asked(need, facet).forEach(value -> query.add(facet, value)));
    return query;
  }

  /** A resource for everybody matches every role. */
  private static List<String> asked(SearchRequest need, String facet) {
    List<String> chosen = need.filters().getOrDefault(facet, List.of());
    return chosen.isEmpty() || !facet.equals(PageFacets.ROLE)
        ? chosen
        : Stream.concat(chosen.stream(), Stream.of(PageFacets.EVERYBODY)).distinct().toList();
  }

  private static Query atHosts(SearchRequest need) {
    @Nullable List<String> hosts = need.filters().get(IndexFields.HOST);
    if (hosts == null) {
      return MatchAllDocsQuery.INSTANCE;
    }
    List<BytesRef> terms =
        hosts.stream().map(it -> new BytesRef(it.toLowerCase(Locale.ROOT))).toList();
    return new TermInSetQuery(IndexFields.HOST, terms);
  }

  private static Map<String, List<FacetCount>> counts(Facets facets, SearchRequest need)
      throws IOException {
    Map<String, List<FacetCount>> all = new LinkedHashMap<>();
    for (String facet : IndexFields.FACETS) {
      List<FacetCount> counts =
          counts(facets, facet, need.filters().getOrDefault(facet, List.of()));
      if (!counts.isEmpty()) {
        all.put(facet, counts);
      }
    }
    return all;
  }

  private static List<FacetCount> counts(Facets facets, String facet, List<String> chosen)
      throws IOException {
    SequencedMap<String, Long> found = new LinkedHashMap<>();
    @Nullable FacetResult most = facets.getTopChildren(VALUES, facet);
    if (most != null) {
      for (LabelAndValue value : most.labelValues) {
        found.put(value.label, value.value.longValue());
      }
    }
    for (String value : chosen) {
      found.putIfAbsent(value, Math.max(0, facets.getSpecificValue(facet, value).longValue()));
    }
    long everybody =
        facet.equals(PageFacets.ROLE) ? found.getOrDefault(PageFacets.EVERYBODY, 0L) : 0;
    List<FacetCount> counts = new ArrayList<>();
    found.forEach((value, count) -> {
      long others = value.equals(PageFacets.EVERYBODY) ? 0 : everybody;
      counts.add(new FacetCount(value, count + others, chosen.contains(value)));
    });
    return List.copyOf(counts);
  }
}
