package signpost.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;
import signpost.search.index.Fields;
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
    DrillDownQuery narrowed = new DrillDownQuery(PageIndex.facets(), query);
    need.filters().forEach((facet, values) -> values.forEach(value -> narrowed.add(facet, value)));
    DrillSideways sideways = new DrillSideways(searcher, PageIndex.facets(), state.get());
    DrillSideways.DrillSidewaysResult result =
        switch (order(need)) {
          case RELEVANCE -> sideways.search(narrowed, top);
          case CHANGED -> byChange(sideways, narrowed, top);
        };
    TopDocs hits = result.hits;
    return new Found(hits.totalHits.value(), List.of(hits.scoreDocs), counts(result.facets, need));
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
      List<String> chosen = need.filters().getOrDefault(facet, List.of());
      List<FacetCount> counts = new ArrayList<>();
      @Nullable FacetResult found = facets.getTopChildren(VALUES, facet);
      if (found != null) {
        for (LabelAndValue value : found.labelValues) {
          counts.add(
              new FacetCount(value.label, value.value.longValue(), chosen.contains(value.label)));
        }
      }
      chosen.stream()
          .filter(value -> counts.stream().noneMatch(it -> it.value().equals(value)))
          .forEach(value -> counts.add(new FacetCount(value, 0, true)));
      if (!counts.isEmpty()) {
        all.put(facet, counts);
      }
    }
    return all;
  }
}
