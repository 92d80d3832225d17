package signpost.search.rank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Reads what was typed: its words, what else means the same, and what was probably meant. */
public final class QueryInterpreter {
  private final Synonyms synonyms = Synonyms.load();
  private volatile @Nullable WordCounts last;

  /** Any text can be read; words nobody ever wrote are mended to near ones somebody did. */
  public ParsedQuery read(IndexSearcher searcher, String text) throws IOException {
    TypedText typed = TypedText.of(text);
    WordCounts counts = counts(searcher);
    Optional<String> mended = SpellingCorrection.mend(counts, typed.text());
    TypedText meant = mended.map(TypedText::of).orElse(typed);
    WelshWords welsh = WelshWords.in(counts, meant);
    List<QueryConcept> concepts = weighed(counts, welsh.in(synonyms.concepts(meant.words())));
    return new ParsedQuery(meant, concepts, mended, welsh.prevail(), counts);
  }

  private static List<QueryConcept> weighed(WordCounts counts, List<QueryConcept> concepts)
      throws IOException {
    List<QueryConcept> weighed = new ArrayList<>();
    for (QueryConcept concept : concepts) {
      weighed.add(concept.weighing(counts.weight(concept)));
    }
    return weighed;
  }

  /**
   * What is more usual than what was typed, where a word of it is rare and has a near neighbour.
   */
  public Optional<String> suggestion(IndexSearcher searcher, ParsedQuery asked) throws IOException {
    return SpellingCorrection.suggest(counts(searcher), asked.typed().text());
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
