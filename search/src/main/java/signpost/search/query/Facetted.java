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
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import signpost.search.index.Fields;
import signpost.search.index.PageFacets;
import signpost.search.index.PageIndex;
import signpost.search.query.Answers.FacetCount;

/** A search with filters and counts; the counts of a facet stay put when one of it is chosen. */
final class Facetted {
  private static final int VALUES = 20;
  private static final Sort BY_CHANGE =
      new Sort(new SortField(Fields.CHANGED_AT, SortField.Type.LONG, true), SortField.FIELD_SCORE);

  private Facetted() {}

  record Found(long total, List<ScoreDoc> hits, Map<String, List<FacetCount>> facets) {}

  static Found search(
      IndexSearcher searcher,
      Optional<SortedSetDocValuesReaderState> state,
      Need need,
      Query query,
      int top)
      throws IOException {
    if (state.isEmpty()) {
      return new Found(0, List.of(), Map.of());
    }
    DrillDownQuery narrowed =
        new DrillDownQuery(PageIndex.facets(), atHosts(query, need.filters().get(Fields.HOST)));
    Fields.FACETS.forEach(facet -> asked(need, facet).forEach(value -> narrowed.add(facet, value)));
    DrillSideways sideways = new DrillSideways(searcher, PageIndex.facets(), state.get());
    DrillSideways.DrillSidewaysResult result =
        switch (order(need)) {
          case RELEVANCE -> sideways.search(narrowed, top);
          case CHANGED -> byChange(sideways, narrowed, top);
        };
    TopDocs hits = result.hits;
    return new Found(hits.totalHits.value(), List.of(hits.scoreDocs), counts(result.facets, need));
  }

  /** What suits everybody suits whoever asks for a role. */
  private static List<String> asked(Need need, String facet) {
    List<String> chosen = need.filters().getOrDefault(facet, List.of());
    return chosen.isEmpty() || !facet.equals(PageFacets.ROLE)
        ? chosen
        : Stream.concat(chosen.stream(), Stream.of(PageFacets.EVERYBODY)).distinct().toList();
  }

  private static Query atHosts(Query query, @Nullable List<String> hosts) {
    if (hosts == null) {
      return query;
    }
    List<BytesRef> terms =
        hosts.stream().map(it -> new BytesRef(it.toLowerCase(Locale.ROOT))).toList();
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(new TermInSetQuery(Fields.HOST, terms), Occur.FILTER)
        .build();
  }

  private static Need.Order order(Need need) {
    return need.text().isBlank() ? Need.Order.CHANGED : need.order();
  }

  @SuppressWarnings("NullAway") // Lucene takes null for "no filter" and "from the first".
  private static DrillSideways.DrillSidewaysResult byChange(
      DrillSideways sideways, DrillDownQuery query, int top) throws IOException {
    return sideways.search(query, null, null, top, BY_CHANGE, true);
  }

  private static Map<String, List<FacetCount>> counts(Facets facets, Need need) throws IOException {
    Map<String, List<FacetCount>> all = new LinkedHashMap<>();
    for (String facet : Fields.FACETS) {
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
    return counts;
  }
}
