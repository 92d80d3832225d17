package signpost.search.query;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;
import signpost.search.index.IndexFields;
import signpost.search.rank.DocumentRanker;
import signpost.search.rank.ExactScores;
import signpost.search.rank.ParsedQuery;
import signpost.search.rank.PinnedDocuments;
import signpost.search.rank.RankMode;
import signpost.search.rank.RankedDocuments;
import signpost.search.rank.RankedDocuments.ScoredDocument;
import signpost.search.rank.TheseDocuments;

/** Finds the documents that answer one question, in the order asked for. */
final class DocumentFinder {
  /** Fewer than this by words alone, and one of the words is enough. */
  private static final int FEW = 3;

  private static final Sort BY_CHANGE =
      new Sort(
          new SortField(IndexFields.CHANGED_AT, SortField.Type.LONG, true),
          new SortField(IndexFields.FINAL_URL, SortField.Type.STRING));

  private final IndexSearcher searcher;
  private final Optional<Query> filter;
  private final Instant now;
  private @Nullable FoundDocuments unfiltered;

  DocumentFinder(IndexSearcher searcher, Optional<Query> filter, Instant now) {
    this.searcher = searcher;
    this.filter = filter;
    this.now = now;
  }

  /** What is asked without words comes in the order of its changes too. */
  FoundDocuments find(SearchRequest need, ParsedQuery asked, QuestionVector meaning, int depth)
      throws IOException {
    return asked.isBlank() || need.order() == SearchRequest.Order.CHANGED
        ? byChange(asked, depth)
        : byRelevance(need.text(), asked, meaning, depth);
  }

  /**
   * Finds documents with the newest change first. As the best do not come first, every result must
   * have nearly all of the words.
   */
  private FoundDocuments byChange(ParsedQuery asked, int depth) throws IOException {
    BooleanQuery.Builder wanted = new BooleanQuery.Builder().add(asked.strictest(), Occur.MUST);
    filter.ifPresent(it -> wanted.add(it, Occur.FILTER));
    TopFieldDocs top =
        searcher.search(
            wanted.build(),
            new TopFieldCollectorManager(BY_CHANGE, depth, null, DocumentRanker.COUNTED + 1));
    List<ScoredDocument> best =
        Arrays.stream(top.scoreDocs).map(hit -> new ScoredDocument(hit.doc, 0)).toList();
    RankedDocuments found = new RankedDocuments(best, top.totalHits.value(), List.of());
    return FoundDocuments.of(found, asked.strictest(), false);
  }

  /**
   * Best first, but for what curators put before it; {@code meaning} gives the vector of what was
   * asked, where there is one.
   */
  private FoundDocuments byRelevance(
      String typed, ParsedQuery asked, Supplier<Optional<float[]>> meaning, int depth)
      throws IOException {
    SequencedMap<Integer, String> pinned = PinnedDocuments.of(searcher, typed, asked);
    return filter.isPresent()
        ? narrowed(asked, filter.get(), meaning, pinned, depth)
        : ranked(asked, meaning, depth).beginningWith(searcher, pinned);
  }

  /**
   * A filter narrows what is found without it, so that as many are left as its count said. Only
   * where none is left is the question asked within the filter alone.
   */
  private FoundDocuments narrowed(
      ParsedQuery asked,
      Query wanted,
      Supplier<Optional<float[]>> meaning,
      SequencedMap<Integer, String> pinned,
      int depth)
      throws IOException {
    SequencedMap<Integer, String> first = new LinkedHashMap<>(pinned);
    first.keySet().retainAll(ExactScores.matching(searcher, wanted, pinned.keySet()));
    FoundDocuments whole = unfiltered(asked, meaning);
    Query both =
        new BooleanQuery.Builder().add(wanted, Occur.FILTER).add(whole.all(), Occur.FILTER).build();
    Query base = whole.relaxed() ? asked.loose() : asked.strict();
    RankedDocuments left =
        new DocumentRanker(searcher, Optional.of(both), now)
            .byBoth(asked, base, meaning, RankMode.HYBRID, depth);
    return left.total() == 0 && first.isEmpty()
        ? ranked(asked, meaning, depth)
        : FoundDocuments.of(left, whole.all(), whole.relaxed())
            .beginningWith(searcher, first)
            .among(TheseDocuments.with(whole.all(), pinned.keySet()));
  }

  /** Worked out once, however deep one looks then. */
  private FoundDocuments unfiltered(ParsedQuery asked, Supplier<Optional<float[]>> meaning)
      throws IOException {
    FoundDocuments known = unfiltered;
    if (known == null) {
      known = new DocumentFinder(searcher, Optional.empty(), now).ranked(asked, meaning, 0);
      unfiltered = known;
    }
    return known;
  }

  private FoundDocuments ranked(ParsedQuery asked, Supplier<Optional<float[]>> meaning, int depth)
      throws IOException {
    FoundDocuments strict = ranked(asked, asked.strict(), meaning, depth, false);
    int enough = meaning.get().isPresent() || asked.isOfNumbers() ? 1 : FEW;
    if (strict.total() >= enough || asked.concepts().size() < 2) {
      return strict;
    }
    FoundDocuments wider = ranked(asked, asked.loose(), meaning, depth, true);
    return wider.total() > strict.total() ? wider : strict;
  }

  private FoundDocuments ranked(
      ParsedQuery asked,
      Query base,
      Supplier<Optional<float[]>> meaning,
      int depth,
      boolean relaxed)
      throws IOException {
    DocumentRanker ranker = new DocumentRanker(searcher, filter, now);
    RankedDocuments ranked = ranker.byBoth(asked, base, meaning, RankMode.HYBRID, depth);
    return FoundDocuments.of(ranked, ranked.all(base), relaxed);
  }
}
