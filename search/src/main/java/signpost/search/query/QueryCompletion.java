package signpost.search.query;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import signpost.search.index.IndexFields;
import signpost.search.index.PageIndex;
import signpost.search.index.RecordType;
import signpost.search.index.StoredRecords;
import signpost.search.index.StrangersText;
import signpost.search.index.TextAnalysis;
import signpost.search.rank.TypedText;

/**
 * What someone who is still typing may mean: titles, curators' link texts and guides in which every
 * word typed begins a word. What guides place comes first, what works before what does not.
 */
@Singleton
public final class QueryCompletion {
  /** More than this nobody reads while typing. */
  public static final int MOST = 8;

  /** Room for names that several addresses share. */
  private static final int LOOKED_AT = 3 * MOST;

  private static final int MOST_WORDS = 12;

  /** Characters of a name. */
  private static final int LONGEST = 150;

  /** Shorter words are too like each other. */
  private static final int SHORTEST_MENDED = 4;

  /** Above any difference that the length of a name makes. */
  private static final float CURATED = 20f;

  private final PageIndex index;

  QueryCompletion(PageIndex index) {
    this.index = index;
  }

  /**
   * The likeliest first; none for nothing. Any text can be asked. What was typed after a minus is
   * put behind each; no name that has it is given.
   */
  public List<Suggestion> of(String typed) throws IOException {
    return of(typed, Optional.empty());
  }

  /** The same of one site alone, if given. */
  public List<Suggestion> of(String typed, Optional<String> host) throws IOException {
    TypedText asked = TypedText.of(typed);
    List<String> words = beginnings(asked.text());
    if (words.isEmpty()) {
      return List.of();
    }
    return index.read(searcher -> likeliest(searcher, words, host)).stream()
        .filter(it -> !asked.leavesOut(it.text()))
        .limit(MOST)
        .map(it -> it.reading(asked.instead(StrangersText.brief(it.text(), LONGEST))))
        .toList();
  }

  private static List<Suggestion> likeliest(
      IndexSearcher searcher, List<String> words, Optional<String> host) throws IOException {
    List<Suggestion> found = found(searcher, query(words, QueryCompletion::begins, host), words);
    return found.isEmpty()
        ? found(searcher, query(words, QueryCompletion::nearlyBegins, host), trusted(words))
        : found;
  }

  /** The letters before the slip, as far as anyone knows. */
  private static List<String> trusted(List<String> words) {
    return words.stream().map(word -> word.substring(0, Math.min(2, word.length()))).toList();
  }

  private static List<String> beginnings(String text) {
    return TextAnalysis.plainWords(text).stream()
        .limit(MOST_WORDS)
        .map(QueryCompletion::cut)
        .toList();
  }

  private static String cut(String word) {
    int letters = word.codePointCount(0, word.length());
    return letters <= TextAnalysis.LONGEST_BEGINNING
        ? word
        : word.substring(0, word.offsetByCodePoints(0, TextAnalysis.LONGEST_BEGINNING));
  }

  /** {@code seen}: what the words of the name to be shown begin with. */
  private static List<Suggestion> found(IndexSearcher searcher, Query query, List<String> seen)
      throws IOException {
    Map<String, Suggestion> once = new LinkedHashMap<>();
    for (ScoreDoc hit : searcher.search(query, LOOKED_AT).scoreDocs) {
      Suggestion suggestion = suggestion(searcher, hit.doc, seen);
      once.putIfAbsent(TextAnalysis.exact(suggestion.text()), suggestion);
    }
    return List.copyOf(once.values());
  }

  private static Query query(
      List<String> words, Function<String, Query> way, Optional<String> host) {
    BooleanQuery.Builder wanted = new BooleanQuery.Builder();
    words.stream().distinct().forEach(word -> wanted.add(way.apply(word), Occur.MUST));
    wanted.add(StoredRecords.ofType(RecordType.RESOURCE, RecordType.GUIDE), Occur.FILTER);
    host.map(it -> new TermQuery(new Term(IndexFields.HOST, it.toLowerCase(Locale.ROOT))))
        .ifPresent(at -> wanted.add(at, Occur.FILTER));
    Query curated =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term(IndexFields.PLACED, "true")), Occur.SHOULD)
            .add(StoredRecords.ofType(RecordType.GUIDE), Occur.SHOULD)
            .build();
    wanted.add(new BoostQuery(new ConstantScoreQuery(curated), CURATED), Occur.SHOULD);
    return FunctionScoreQuery.boostByValue(
        wanted.build(), DoubleValuesSource.fromDoubleField(IndexFields.WEIGHT));
  }

  private static Query begins(String word) {
    return new TermQuery(new Term(IndexFields.SUGGEST, word));
  }

  /** With one letter wrong, left out, too many or in its neighbour's place. */
  private static Query nearlyBegins(String word) {
    return word.length() < SHORTEST_MENDED
        ? begins(word)
        : new FuzzyQuery(new Term(IndexFields.SUGGEST, word), 1, 1);
  }

  private static Suggestion suggestion(IndexSearcher searcher, int document, List<String> words)
      throws IOException {
    Document stored =
        searcher.storedFields().document(document, Set.of(IndexFields.TYPE, IndexFields.SUGGEST));
    List<String> names = Arrays.asList(stored.getValues(IndexFields.SUGGEST));
    String best =
        names.stream().filter(name -> holds(name, words)).findFirst().orElse(names.getFirst());
    return new Suggestion(best, RecordType.GUIDE.token().equals(stored.get(IndexFields.TYPE)));
  }

  private static boolean holds(String name, List<String> words) {
    List<String> held = TextAnalysis.plainWords(name);
    return words.stream().allMatch(word -> held.stream().anyMatch(it -> it.startsWith(word)));
  }
}
