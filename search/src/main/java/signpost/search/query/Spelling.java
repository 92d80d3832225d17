package signpost.search.query;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import signpost.search.index.Analysis;
import signpost.search.index.Fields;

/** Words nobody wrote, mended to ones somebody did: no edit up to 4 letters, 1 up to 8, else 2. */
final class Spelling {
  private Spelling() {}

  /** The text with its unknown words mended, if any could be. */
  static Optional<String> mend(IndexReader reader, String text) throws IOException {
    List<String> typed = Analysis.plainWords(text);
    StringBuilder mended = new StringBuilder();
    boolean changed = false;
    for (String word : typed.subList(0, Math.min(typed.size(), 12))) {
      Optional<String> better = isKnown(reader, word) ? Optional.empty() : nearest(reader, word);
      changed |= better.isPresent();
      mended.append(mended.isEmpty() ? "" : " ").append(better.orElse(word));
    }
    return changed ? Optional.of(mended.toString()) : Optional.empty();
  }

  private static boolean isKnown(IndexReader reader, String word) throws IOException {
    if (reader.docFreq(new Term(Fields.WORDS, word)) > 0) {
      return true;
    }
    for (String stem : Analysis.words(word)) {
      if (reader.docFreq(new Term(Fields.BODY, stem)) > 0) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> nearest(IndexReader reader, String word) throws IOException {
    int edits = edits(word);
    if (edits == 0) {
      return Optional.empty();
    }
    DirectSpellChecker checker = new DirectSpellChecker();
    checker.setMaxEdits(edits);
    checker.setAccuracy(0.5f);
    checker.setMinPrefix(1);
    SuggestWord[] found =
        checker.suggestSimilar(
            new Term(Fields.WORDS, word), 1, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
    return found.length == 0 ? Optional.empty() : Optional.of(found[0].string);
  }

  static int edits(String word) {
    int letters = word.codePointCount(0, word.length());
    if (letters <= 4) {
      return 0;
    }
    return letters <= 8 ? 1 : 2;
  }
}
