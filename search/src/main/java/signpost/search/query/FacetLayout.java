package signpost.search.query;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;
import signpost.search.index.PageIndex;

/** The facets' ordinals, worked out once for each view of the index. */
final class FacetLayout {
  private volatile @Nullable FacetState last;

  private record FacetState(IndexReader reader, Optional<SortedSetDocValuesReaderState> state) {}

  /** Empty while no document has a facet. */
  Optional<SortedSetDocValuesReaderState> of(IndexReader reader) throws IOException {
    FacetState known = last;
    if (known == null || !known.reader().equals(reader)) {
      known = new FacetState(reader, work(reader));
      last = known;
    }
    return known.state();
  }

  private static Optional<SortedSetDocValuesReaderState> work(IndexReader reader)
      throws IOException {
    try {
      return Optional.of(new DefaultSortedSetDocValuesReaderState(reader, PageIndex.facets()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
