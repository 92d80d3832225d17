package signpost.search.rank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import signpost.search.index.TextAnalysis;

/** Reads what was typed: its words, what else means the same, and what was probably meant. */
public final class QueryInterpreter {
  private final Synonyms synonyms = Synonyms.load();
  private volatile @Nullable WordCounts last;

  /** Any text can be read; words nobody ever wrote are mended to near ones somebody did. */
  public ParsedQuery read(IndexSearcher searcher, String text) throws IOException {
    TypedText typed = TypedText.of(text);
    WordCounts counts = counts(searcher);
    Optional<String> mended = SpellingCorrection.mend(counts, typed.text()).map(typed::instead);
    TypedText meant = mended.map(TypedText::of).orElse(typed);
    WelshWords welsh = WelshWords.in(counts, meant);
    List<QueryConcept> said =
        JoinedWords.in(counts, meant.text()).in(synonyms.concepts(meant.words()));
    List<QueryConcept> concepts = known(counts, meant, welsh.in(said));
    boolean hasMeaning = !welsh.prevail() && isUnderstood(meant, concepts);
    return new ParsedQuery(meant, concepts, mended, hasMeaning, counts);
  }

  private List<QueryConcept> known(WordCounts counts, TypedText meant, List<QueryConcept> concepts)
      throws IOException {
    List<QueryConcept> known = new ArrayList<>();
    for (QueryConcept concept : concepts) {
      known.add(concept.weighing(counts.weight(concept)).typed(typedAs(meant, concept)));
    }
    return known;
  }

  private TypedAs typedAs(TypedText meant, QueryConcept concept) {
    if (!synonyms.isAcronym(concept.typed())) {
      return TypedAs.WORD;
    }
    if (meant.capitals().containsAll(concept.typed())) {
      return TypedAs.ACRONYM;
    }
    return EnglishWords.has(concept.typed().getFirst()) ? TypedAs.COMMON_WORD : TypedAs.WORD;
  }

  /**
   * Whether any word stands in a page or is English: what is neither means nothing to us, nor do
   * numbers and single letters.
   */
  private static boolean isUnderstood(TypedText meant, List<QueryConcept> concepts) {
    return concepts.stream()
            .anyMatch(it -> it.weight() > 0 && it.typed().stream().anyMatch(TypedText::isWord))
        || TextAnalysis.plainWords(meant.text()).stream()
            .anyMatch(word -> TypedText.isWord(word) && EnglishWords.has(word));
  }

  /**
   * What is more usual than what was typed, where a word of it is rare and has a near neighbour.
   */
  public Optional<String> suggestion(IndexSearcher searcher, ParsedQuery asked) throws IOException {
    return SpellingCorrection.suggest(counts(searcher), asked.typed().text())
        .map(asked.typed()::instead);
  }

  private WordCounts counts(IndexSearcher searcher) {
    WordCounts counts = last;
    if (counts == null || !counts.reader().equals(searcher.getIndexReader())) {
      counts = new WordCounts(searcher.getIndexReader());
      last = counts;
    }
    return counts;
  }
}
