package signpost.search.rank;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import signpost.search.index.IndexFields;
import signpost.search.rank.ScoreFusion.FusedDocument;
import signpost.search.rank.ScoreFusion.ScoreScale;

/**
 * Documents in order: the best by words and the best by meaning are made into one list, health and
 * currency weigh it, and what matches beyond that list follows by words alone.
 */
public final class DocumentRanker {
  /** How many of each list are fused: beyond a hundred nothing reaches the first pages. */
  static final int POOL = 100;

  /** Counted exactly up to here: counting all costs three times the search. */
  public static final int COUNTED = 1_000;

  /** A page without the words is no result when it is so much further than the nearest. */
  private static final float BEHIND_NEAREST = 0.12f;

  private final IndexSearcher searcher;
  private final Optional<Query> filter;
  private final DocumentQuality merit;

  /** {@code filter}: what every result must match besides the words. */
  public DocumentRanker(IndexSearcher searcher, Optional<Query> filter, Instant now) {
    this.searcher = searcher;
    this.filter = filter;
    this.merit = new DocumentQuality(searcher, now);
  }

  /**
   * The first {@code depth} by words alone.
   *
   * @param base what a result must match, e.g. {@link ParsedQuery#strict()}
   */
  public RankedDocuments byWords(Query base, int depth) throws IOException {
    return byWords(base, top(base, POOL), depth);
  }

  private RankedDocuments byWords(Query base, TopDocs top, int depth) throws IOException {
    Map<Integer, Float> lexical = lexical(top);
    List<RankCandidate> pool =
        withMatches(base, top, candidates(ascending(top.scoreDocs), lexical, Map.of(), top));
    ScoreScale words = ScoreScale.ofWords(lexical.values(), POOL);
    return results(base, top, pool, ScoreFusion.order(pool, RankMode.LEXICAL, words, words), depth);
  }

  /**
   * The first {@code depth} by words and meaning. {@code meaning} gives the question's vector, and
   * is asked when the words are done with, so that the vector can be worked out beside them; where
   * it gives none, words alone decide.
   */
  public RankedDocuments byBoth(
      ParsedQuery asked, Query base, Supplier<Optional<float[]>> meaning, RankMode mode, int depth)
      throws IOException {
    TopDocs top = top(base, POOL);
    Optional<float[]> question = meaning.get();
    return question.isPresent()
        ? byBoth(asked, base, top, question.get(), mode, depth)
        : byWords(base, top, depth);
  }

  private RankedDocuments byBoth(
      ParsedQuery asked, Query base, TopDocs top, float[] question, RankMode mode, int depth)
      throws IOException {
    ScoreDoc[] near = searcher.search(nearest(asked, question), POOL).scoreDocs;
    List<Integer> all = ascending(top.scoreDocs, near);
    Map<Integer, float[]> vectors = ExactScores.vectors(searcher, all);
    Map<Integer, Float> lexical = lexical(top);
    List<Integer> others = all.stream().filter(it -> !lexical.containsKey(it)).toList();
    ScoreScale words = ScoreScale.ofWords(lexical.values(), POOL);
    lexical.putAll(ExactScores.lexical(searcher, filtered(asked.loose()), others));
    Map<Integer, Float> similar = ExactScores.similarities(vectors, question);
    List<RankCandidate> pool = withMatches(base, top, candidates(all, lexical, similar, top));
    List<RankCandidate> answers = mode == RankMode.HYBRID ? answering(pool) : pool;
    List<FusedDocument> order =
        ScoreFusion.order(answers, mode, words, ScoreScale.ofMeaning(similar.values(), POOL));
    List<FusedDocument> last =
        mode == RankMode.HYBRID && depth > 0
            ? again(asked, question, vectors, answers, order)
            : order;
    return results(base, top, answers, last, depth);
  }

  /** The same documents in the order that what the best of them say gives them. */
  private List<FusedDocument> again(
      ParsedQuery asked,
      float[] question,
      Map<Integer, float[]> vectors,
      List<RankCandidate> answers,
      List<FusedDocument> order)
      throws IOException {
    if (order.size() < 2) {
      return order;
    }
    AnswerFeedback feedback = new AnswerFeedback(searcher, order);
    List<Integer> documents = answers.stream().map(RankCandidate::document).sorted().toList();
    Map<Integer, Float> lexical =
        sums(answers, ExactScores.lexical(searcher, feedback.words(asked), documents));
    Map<Integer, Float> similar =
        ExactScores.similarities(vectors, feedback.meaning(question, vectors));
    similar.keySet().retainAll(documents);
    return ScoreFusion.order(
        answers.stream().map(it -> it.scoring(lexical, similar)).toList(),
        RankMode.HYBRID,
        ScoreScale.ofWords(lexical.values(), POOL),
        ScoreScale.ofMeaning(similar.values(), POOL));
  }

  /** What each scores by the words that were typed and those added; nothing where it has none. */
  private static Map<Integer, Float> sums(List<RankCandidate> answers, Map<Integer, Float> added) {
    Map<Integer, Float> sums = new HashMap<>(added);
    answers.stream()
        .filter(it -> it.lexical() > 0)
        .forEach(it -> sums.merge(it.document(), it.lexical(), Float::sum));
    return sums;
  }

  private RankedDocuments results(
      Query base, TopDocs top, List<RankCandidate> answers, List<FusedDocument> order, int depth)
      throws IOException {
    List<FusedDocument> all = new ArrayList<>(order);
    if (depth > order.size() && top.totalHits.value() > POOL) {
      all.addAll(beyond(base, order));
    }
    List<Integer> extra =
        answers.stream().filter(it -> !it.matches()).map(RankCandidate::document).toList();
    return new RankedDocuments(
        all.stream()
            .limit(depth)
            .map(it -> new RankedDocuments.ScoredDocument(it.document(), it.score()))
            .toList(),
        top.totalHits.value() + extra.size(),
        extra);
  }

  /** What is near enough to count although it lacks the words. */
  private List<RankCandidate> answering(List<RankCandidate> pool) throws IOException {
    double near = MeaningThreshold.of(searcher.getIndexReader());
    double least = Math.max(near, nearest(pool) - BEHIND_NEAREST);
    return pool.stream().filter(it -> it.matches() || it.similarity() >= least).toList();
  }

  private static double nearest(List<RankCandidate> pool) {
    return pool.stream()
        .filter(RankCandidate::hasVector)
        .mapToDouble(RankCandidate::similarity)
        .max()
        .orElse(0);
  }

  /** Marks those that match the base query although they are not among its best. */
  private List<RankCandidate> withMatches(Query base, TopDocs top, List<RankCandidate> pool)
      throws IOException {
    if (top.totalHits.value() <= POOL) {
      return pool;
    }
    List<Integer> unsure =
        pool.stream().filter(it -> !it.matches()).map(RankCandidate::document).toList();
    Set<Integer> matching = ExactScores.matching(searcher, filtered(base), unsure);
    return pool.stream().map(it -> matching.contains(it.document()) ? it.matching() : it).toList();
  }

  /** By words alone, in the same order whatever depth is asked for. */
  private List<FusedDocument> beyond(Query base, List<FusedDocument> before) throws IOException {
    Set<Integer> listed = new HashSet<>();
    before.forEach(it -> listed.add(it.document()));
    List<FusedDocument> more = new ArrayList<>();
    for (ScoreDoc hit : top(base, COUNTED).scoreDocs) {
      if (listed.add(hit.doc)) {
        more.add(new FusedDocument(hit.doc, 0));
      }
    }
    return more;
  }

  private List<RankCandidate> candidates(
      List<Integer> ascending,
      Map<Integer, Float> lexical,
      Map<Integer, Float> similar,
      TopDocs matching)
      throws IOException {
    Set<Integer> matches = Set.copyOf(ascending(matching.scoreDocs));
    List<RankCandidate> candidates = new ArrayList<>();
    Iterator<Double> merits = merit.of(ascending).iterator();
    for (int document : ascending) {
      candidates.add(
          new RankCandidate(
              document,
              matches.contains(document),
              lexical.getOrDefault(document, 0f),
              similar.getOrDefault(document, Float.NaN),
              merits.next()));
    }
    return candidates;
  }

  private TopDocs top(Query query, int most) throws IOException {
    return searcher.search(
        filtered(query), new TopScoreDocCollectorManager(most, null, COUNTED + 1));
  }

  private Query filtered(Query query) {
    return filter
        .<Query>map(
            it -> new BooleanQuery.Builder().add(query, Occur.MUST).add(it, Occur.FILTER).build())
        .orElse(query);
  }

  private Query nearest(ParsedQuery asked, float[] question) {
    List<Query> conditions = Stream.concat(filter.stream(), asked.conditions().stream()).toList();
    if (conditions.isEmpty()) {
      return new KnnFloatVectorQuery(IndexFields.VECTOR, question, POOL);
    }
    BooleanQuery.Builder wanted = new BooleanQuery.Builder();
    conditions.forEach(condition -> wanted.add(condition, Occur.FILTER));
    return new KnnFloatVectorQuery(IndexFields.VECTOR, question, POOL, wanted.build());
  }

  private static List<Integer> ascending(ScoreDoc[]... hits) {
    return Arrays.stream(hits)
        .flatMap(Arrays::stream)
        .map(hit -> hit.doc)
        .distinct()
        .sorted()
        .toList();
  }

  private static Map<Integer, Float> lexical(TopDocs hits) {
    Map<Integer, Float> scores = new HashMap<>();
    for (ScoreDoc hit : hits.scoreDocs) {
      scores.put(hit.doc, hit.score);
    }
    return scores;
  }
}
