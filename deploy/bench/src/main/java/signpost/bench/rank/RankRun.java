package signpost.bench.rank;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import signpost.search.embed.EmbeddingModel;
import signpost.search.rank.DocumentRanker;
import signpost.search.rank.ParsedQuery;
import signpost.search.rank.QueryInterpreter;
import signpost.search.rank.RankMode;
import signpost.search.rank.RankedDocuments;

/** Asks all queries in one mode: as the product does, a hundred results deep. */
final class RankRun {
  static final int DEPTH = 100;

  private final RankIndex index;
  private final Optional<EmbeddingModel> model;
  private final QueryInterpreter interpreter = new QueryInterpreter();

  RankRun(RankIndex index, Optional<EmbeddingModel> model) {
    this.index = index;
    this.model = model;
  }

  /** Ids in order with their scores, by query, and how long each took. */
  record RankedRun(Map<String, Map<String, Double>> orders, List<Duration> took) {}

  RankedRun all(Map<String, String> queries, RankMode mode) throws IOException {
    Map<String, Map<String, Double>> orders = new LinkedHashMap<>();
    List<Duration> took = new ArrayList<>();
    for (Map.Entry<String, String> query : queries.entrySet()) {
      Map<String, Double> order =
          index.read(searcher -> {
            long begun = System.nanoTime();
            SequencedSet<Integer> best = best(searcher, query.getValue(), mode);
            took.add(Duration.ofNanos(System.nanoTime() - begun));
            return named(searcher, best);
          });
      orders.put(query.getKey(), order);
    }
    return new RankedRun(orders, took);
  }

  /** The same words as one plain Lucene search for ten, to compare with. */
  List<Duration> bare(Map<String, String> queries) throws IOException {
    List<Duration> took = new ArrayList<>();
    for (String text : queries.values()) {
      index.<Integer>read(searcher -> {
        Query query = interpreter.read(searcher, text).strict();
        long begun = System.nanoTime();
        int found = searcher.search(query, 10).scoreDocs.length;
        took.add(Duration.ofNanos(System.nanoTime() - begun));
        return found;
      });
    }
    return took;
  }

  private SequencedSet<Integer> best(IndexSearcher searcher, String text, RankMode mode)
      throws IOException {
    ParsedQuery asked = interpreter.read(searcher, text);
    DocumentRanker ranker = new DocumentRanker(searcher, Optional.empty(), Instant.EPOCH);
    SequencedSet<Integer> best = new LinkedHashSet<>();
    add(best, ranked(ranker, asked, asked.strict(), mode));
    if (best.size() < DEPTH) {
      add(best, ranked(ranker, asked, asked.loose(), mode));
    }
    return best;
  }

  private RankedDocuments ranked(
      DocumentRanker ranker, ParsedQuery asked, Query base, RankMode mode) throws IOException {
    return mode == RankMode.LEXICAL
        ? ranker.byWords(base, DEPTH)
        : ranker.byBoth(
            asked, base, () -> model.map(it -> it.question(asked.typed().text())), mode, DEPTH);
  }

  private static void add(SequencedSet<Integer> best, RankedDocuments more) {
    more.best().stream()
        .map(RankedDocuments.ScoredDocument::document)
        .takeWhile(_ -> best.size() < DEPTH)
        .forEach(best::add);
  }

  /** TREC's tools sort by score, so each gets one that says its place. */
  private Map<String, Double> named(IndexSearcher searcher, SequencedSet<Integer> best)
      throws IOException {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int document : best) {
      named.put(index.id(searcher, document), (double) (DEPTH - named.size()));
    }
    return named;
  }
}
