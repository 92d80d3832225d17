package signpost.search.rank;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import signpost.search.index.PlacedWord;
import signpost.search.index.TextAnalysis;

/**
 * Words that stand together, in their order. A word that the index leaves out leaves room for one:
 * "drugs and alcohol" is any two words apart that are so in the text.
 *
 * @param words the first at place 0
 */
public record Phrase(List<PlacedWord> words) {
  public Phrase {
    words = List.copyOf(words);
  }

  /** The first words of a text; none where the index leaves all of them out. */
  static Phrase of(String text) {
    List<PlacedWord> all = TextAnalysis.placedWords(text);
    int from = all.isEmpty() ? 0 : all.getFirst().place();
    return new Phrase(
        all.stream()
            .limit(TypedText.MAX_WORDS)
            .map(it -> new PlacedWord(it.word(), it.place() - from))
            .toList());
  }

  /** Whether a text has it. */
  boolean isIn(String text) {
    Set<PlacedWord> said = new HashSet<>(TextAnalysis.placedWords(text));
    return said.stream()
        .filter(it -> it.word().equals(words.getFirst().word()))
        .anyMatch(start ->
            words.stream()
                .map(it -> new PlacedWord(it.word(), start.place() + it.place()))
                .allMatch(said::contains));
  }

  /** Asks for it in a field that knows where its words stand. */
  Query in(String field) {
    PhraseQuery.Builder query = new PhraseQuery.Builder();
    words.forEach(it -> query.add(new Term(field, it.word()), it.place()));
    return query.build();
  }
}
