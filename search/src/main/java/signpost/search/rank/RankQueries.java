package signpost.search.rank;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import signpost.search.index.IndexFields;
import signpost.search.index.RecordType;
import signpost.search.index.StoredRecords;
import signpost.search.index.TextAnalysis;

/**
 * The queries behind a search: BM25F over all fields, with boosts for words that stand together.
 */
final class RankQueries {
  /**
   * What neighbours of the query add that are near each other in a field. Small: {@code bench rank}
   * on Vaswani gave nDCG@10 0.440 without, 0.442 with 0.1 in the body, 0.437 with 0.2; and with the
   * first six words of each text as its title, 0.449 without it there, 0.451 with 0.1, 0.442 with
   * 0.2.
   */
  private static final float NEAR = 0.1f;

  private static final List<String> NEAR_IN =
      List.of(IndexFields.TITLE, IndexFields.PLACEMENTS, IndexFields.HEADINGS, IndexFields.BODY);

  private static final int NEARNESS = 8;

  private static final int MAX_AS_WRITTEN = 32;

  /** Above what any few words can score, so that a whole title or an address comes first. */
  private static final float WHOLE_TITLE = 12f;

  private static final float ADDRESS = 50f;

  /** The pages of a site that was named, before those that name it. */
  private static final float SITE = 25f;

  private static final List<String> WITH_POSITIONS =
      List.of(
          IndexFields.BODY,
          IndexFields.TITLE,
          IndexFields.PLACEMENTS,
          IndexFields.HEADINGS,
          IndexFields.LEAD);

  /**
   * A concept alone is enough where it tells so much of what the rarest does. With it nDCG@10 is as
   * good as with any one of the words on Vaswani, Cranfield and MED (0.434, 0.351, 0.695), and a
   * fourth to a third of the documents are results; without it MED has 0.693. These figures come
   * from a simulation (see RATIONALE), not from {@code bench rank}.
   */
  private static final double TELLING = 0.6;

  private static final Query SHOWN = StoredRecords.ofType(RecordType.RESOURCE, RecordType.GUIDE);

  private RankQueries() {}

  /** Everything there is, for a search without words. */
  static Query everything() {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
        .add(SHOWN, Occur.FILTER)
        .build();
  }

  /** What a document must have of the concepts: so many, or, where it may, a telling one alone. */
  record WantedWords(int least, boolean orTelling) {}

  static Query of(TypedText typed, List<QueryConcept> concepts, WantedWords wantedWords) {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    concepts.forEach(concept -> words.add(weighed(concept), Occur.SHOULD));
    enough(concepts, wantedWords).ifPresent(it -> words.add(it, Occur.FILTER));
    BooleanQuery.Builder found = new BooleanQuery.Builder();
    found.add(concepts.isEmpty() ? asWritten(typed.text()) : words.build(), Occur.SHOULD);
    found.add(
        constant(IndexFields.EXACT, TextAnalysis.exact(typed.text()), WHOLE_TITLE), Occur.SHOULD);
    TypedAddress.of(typed.text())
        .ifPresent(address -> {
          address
              .keys()
              .forEach(key -> found.add(constant(IndexFields.KEY, key, ADDRESS), Occur.SHOULD));
          address
              .hosts()
              .forEach(host -> found.add(constant(IndexFields.HOST, host, SITE), Occur.SHOULD));
        });
    BooleanQuery.Builder wanted = new BooleanQuery.Builder().add(found.build(), Occur.MUST);
    for (int i = 0; i + 1 < typed.words().size(); i++) {
      near(wanted, typed.words().get(i), typed.words().get(i + 1));
    }
    conditions(typed).forEach(condition -> wanted.add(condition, Occur.FILTER));
    return wanted.add(SHOWN, Occur.FILTER).build();
  }

  private static Optional<Query> enough(List<QueryConcept> concepts, WantedWords wanted) {
    int least = wanted.least();
    if (least < 2 || concepts.size() < 2) {
      return Optional.empty();
    }
    BooleanQuery.Builder several = new BooleanQuery.Builder();
    concepts.forEach(concept -> several.add(concept(concept), Occur.SHOULD));
    several.setMinimumNumberShouldMatch(Math.min(least, concepts.size()));
    if (!wanted.orTelling() || least == concepts.size()) {
      return Optional.of(several.build());
    }
    BooleanQuery.Builder either = new BooleanQuery.Builder().add(several.build(), Occur.SHOULD);
    double rarest = concepts.stream().mapToDouble(QueryConcept::weight).max().orElse(0);
    concepts.stream()
        .filter(concept -> concept.weight() > 0 && concept.weight() >= TELLING * rarest)
        .forEach(concept -> either.add(concept(concept), Occur.SHOULD));
    return Optional.of(either.build());
  }

  /** Words without a meaning of their own are searched for as a phrase in titles. */
  private static Query asWritten(String text) {
    List<String> words = TextAnalysis.plainWords(text);
    return new PhraseQuery(
        IndexFields.WORDS, words.stream().limit(MAX_AS_WRITTEN).toArray(String[]::new));
  }

  /** What stood between quotation marks must be there, what stood behind a minus must not. */
  static List<Query> conditions(TypedText typed) {
    return Stream.concat(
            typed.phrases().stream().map(RankQueries::anywhere),
            typed.unwanted().stream().map(RankQueries::without))
        .toList();
  }

  private static Query without(Phrase phrase) {
    Query unwanted =
        phrase.words().size() == 1
            ? new TermQuery(new Term(IndexFields.ALL, phrase.words().getFirst().word()))
            : anywhere(phrase);
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
        .add(unwanted, Occur.MUST_NOT)
        .build();
  }

  /** The words alone, in the body's name: what is highlighted. */
  static Query words(List<QueryConcept> concepts) {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    concepts.stream()
        .flatMap(concept -> concept.ways().stream())
        .flatMap(List::stream)
        .distinct()
        .limit(200)
        .forEach(word -> words.add(new TermQuery(new Term(IndexFields.BODY, word)), Occur.SHOULD));
    return words.build();
  }

  /**
   * How many concepts a result must have that has none of the telling ones: one or two typed, all;
   * three or four, two; more, three.
   */
  static int mustMatch(int concepts) {
    return switch (concepts) {
      case 0, 1, 2 -> concepts;
      case 3, 4 -> 2;
      default -> 3;
    };
  }

  /** One or two: all; three or four: one may miss; more: two thirds. */
  static int nearlyAll(int concepts) {
    return switch (concepts) {
      case 0, 1, 2 -> concepts;
      case 3, 4 -> concepts - 1;
      default -> Math.ceilDiv(concepts * 2, 3);
    };
  }

  private static Query weighed(QueryConcept concept) {
    return concept.times() == 1
        ? concept(concept)
        : new BoostQuery(concept(concept), concept.times());
  }

  private static Query concept(QueryConcept concept) {
    Query typed = together(concept.typed());
    if (concept.ways().size() == 1) {
      return typed;
    }
    TypedAs as = concept.typedAs();
    List<Query> ways =
        concept.ways().stream()
            .<Query>map(way ->
                way.equals(concept.typed())
                    ? new BoostQuery(typed, as.letters())
                    : new BoostQuery(phrase(way), as.otherWays()))
            .toList();
    return new DisjunctionMaxQuery(ways, 0.1f);
  }

  /** Several words count together as much as one and a half would. */
  private static Query together(List<String> way) {
    if (way.size() == 1) {
      return new TermQuery(new Term(IndexFields.ALL, way.getFirst()));
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    way.forEach(word -> all.add(new TermQuery(new Term(IndexFields.ALL, word)), Occur.MUST));
    return new BoostQuery(all.build(), 1.5f / way.size());
  }

  /** As above, but the words must stand together in one field, because nobody typed them. */
  private static Query phrase(List<String> way) {
    if (way.size() == 1) {
      return together(way);
    }
    return new BooleanQuery.Builder()
        .add(together(way), Occur.MUST)
        .add(anywhere(way, 1), Occur.FILTER)
        .build();
  }

  private static void near(BooleanQuery.Builder wanted, String one, String next) {
    for (String field : NEAR_IN) {
      Query nearby = new PhraseQuery(NEARNESS, field, one, next);
      wanted.add(new BoostQuery(nearby, NEAR), Occur.SHOULD);
    }
  }

  private static Query anywhere(Phrase phrase) {
    return new DisjunctionMaxQuery(WITH_POSITIONS.stream().map(phrase::in).toList(), 0);
  }

  private static Query anywhere(List<String> words, int slop) {
    return new DisjunctionMaxQuery(
        WITH_POSITIONS.stream()
            .<Query>map(field -> new PhraseQuery(slop, field, words.toArray(String[]::new)))
            .toList(),
        0);
  }

  private static Query constant(String field, String value, float score) {
    return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, value))), score);
  }
}
