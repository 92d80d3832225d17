package signpost.search.query;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import signpost.search.index.Analysis;
import signpost.search.index.Fields;
import signpost.search.index.RecordType;

/**
 * The query behind a search: BM25F over the fields, boosts for phrases and whole titles, all of it
 * weighed by health. Weights: first guesses by field length; the search issue measures them.
 */
final class Ranking {
  /** BM25F wants weights of at least 1. */
  private static final Map<String, Float> WEIGHTS =
      Map.of(
          Fields.TITLE, 6f,
          Fields.PLACEMENTS, 4f,
          Fields.HEADINGS, 3f,
          Fields.LEAD, 2.5f,
          Fields.URL_WORDS, 1.5f,
          Fields.BODY, 1f);

  private static final float WHOLE_TITLE = 12f;
  private static final float ADDRESS = 50f;

  /** Another way to say it counts nearly as much as what was typed. */
  private static final float SYNONYM = 0.8f;

  private static final Query SHOWN =
      new BooleanQuery.Builder()
          .add(type(RecordType.RESOURCE), Occur.SHOULD)
          .add(type(RecordType.GUIDE), Occur.SHOULD)
          .build();

  private Ranking() {}

  /** Everything there is, for a search without words. */
  static Query everything() {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
        .add(SHOWN, Occur.FILTER)
        .build();
  }

  /** {@code all}: nearly every concept must be found; else any of them. */
  static Query of(TypedText typed, List<Concept> concepts, boolean all) {
    BooleanQuery.Builder wanted = new BooleanQuery.Builder();
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    concepts.forEach(concept -> words.add(concept(concept), Occur.SHOULD));
    words.setMinimumNumberShouldMatch(all ? mustMatch(concepts.size()) : 1);
    BooleanQuery.Builder found = new BooleanQuery.Builder();
    if (!concepts.isEmpty()) {
      found.add(words.build(), Occur.SHOULD);
    }
    found.add(constant(Fields.EXACT, Analysis.exact(typed.text()), WHOLE_TITLE), Occur.SHOULD);
    found.add(constant(Fields.KEY, typed.text(), ADDRESS), Occur.SHOULD);
    wanted.add(found.build(), Occur.MUST);
    if (typed.words().size() > 1) {
      together(wanted, typed.words());
    }
    typed.phrases().forEach(phrase -> wanted.add(anywhere(phrase, 0), Occur.FILTER));
    wanted.add(SHOWN, Occur.FILTER);
    return FunctionScoreQuery.boostByValue(
        wanted.build(), DoubleValuesSource.fromDoubleField(Fields.WEIGHT));
  }

  /** The words alone, in the body's name: what is highlighted. */
  static Query words(List<Concept> concepts) {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    concepts.stream()
        .flatMap(concept -> concept.ways().stream())
        .flatMap(List::stream)
        .distinct()
        .limit(200)
        .forEach(word -> words.add(new TermQuery(new Term(Fields.BODY, word)), Occur.SHOULD));
    return words.build();
  }

  /** Up to two words: all; three or four: one may miss; more: two thirds. */
  static int mustMatch(int concepts) {
    return switch (concepts) {
      case 0, 1, 2 -> concepts;
      case 3, 4 -> concepts - 1;
      default -> Math.ceilDiv(concepts * 2, 3);
    };
  }

  private static Query concept(Concept concept) {
    if (concept.ways().size() == 1) {
      return way(concept.typed());
    }
    List<Query> ways =
        concept.ways().stream()
            .map(way -> way.equals(concept.typed()) ? way(way) : new BoostQuery(way(way), SYNONYM))
            .toList();
    return new DisjunctionMaxQuery(ways, 0.1f);
  }

  /** Several words count together as much as one would. */
  private static Query way(List<String> way) {
    if (way.size() == 1) {
      return combined(way.getFirst());
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    way.forEach(word -> all.add(combined(word), Occur.MUST));
    all.add(anywhere(way, 1), Occur.FILTER);
    return new BoostQuery(all.build(), 1.5f / way.size());
  }

  private static Query combined(String word) {
    CombinedFieldQuery.Builder fields = new CombinedFieldQuery.Builder(word);
    WEIGHTS.forEach(fields::addField);
    return fields.build();
  }

  private static void together(BooleanQuery.Builder wanted, List<String> words) {
    wanted.add(new BoostQuery(phrase(Fields.TITLE, words, 2), 2f), Occur.SHOULD);
    wanted.add(new BoostQuery(phrase(Fields.PLACEMENTS, words, 2), 1.5f), Occur.SHOULD);
    wanted.add(phrase(Fields.HEADINGS, words, 2), Occur.SHOULD);
    wanted.add(new BoostQuery(phrase(Fields.BODY, words, 3), 0.5f), Occur.SHOULD);
  }

  private static Query anywhere(List<String> words, int slop) {
    return new DisjunctionMaxQuery(
        WEIGHTS.keySet().stream().<Query>map(field -> phrase(field, words, slop)).toList(), 0);
  }

  private static PhraseQuery phrase(String field, List<String> words, int slop) {
    return new PhraseQuery(slop, field, words.toArray(String[]::new));
  }

  private static Query constant(String field, String value, float score) {
    return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, value))), score);
  }

  static Query type(RecordType... types) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    Arrays.stream(types)
        .map(type -> new TermQuery(new Term(Fields.TYPE, type.token())))
        .forEach(type -> any.add(type, Occur.SHOULD));
    return any.build();
  }
}
