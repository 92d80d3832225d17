package signpost.search.rank;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import signpost.search.index.IndexFields;
import signpost.search.index.TextAnalysis;

/**
 * Words mended to near ones that somebody wrote: no edit up to 4 letters, 1 up to 8, else 2.
 * Numbers are never mended, for another number is somebody else's; nor is a word that is English
 * though no page has it. What was written as one word and stands as two is parted, where nothing is
 * near.
 */
final class SpellingCorrection {
  /** More words than anyone misspells at once, and few enough to look up. */
  private static final int LOOKED_AT = 12;

  /** A word in so many pages is no slip. */
  private static final int USUAL = 3;

  private static final int SHORTEST_PART = 3;

  private SpellingCorrection() {}

  /** The text with the words mended that nobody wrote, if any could be. */
  static Optional<String> mend(WordCounts counts, String text) throws IOException {
    return replaced(counts, text, 0, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
  }

  /** The text with its rare words replaced by more usual ones near them, if there are any. */
  static Optional<String> suggest(WordCounts counts, String text) throws IOException {
    return replaced(counts, text, USUAL, SuggestMode.SUGGEST_MORE_POPULAR);
  }

  private static Optional<String> replaced(
      WordCounts counts, String text, int usual, SuggestMode mode) throws IOException {
    List<String> typed = TextAnalysis.plainWords(text);
    String now = text;
    for (String word : typed.subList(0, Math.min(typed.size(), LOOKED_AT))) {
      if (edits(word) > 0 && !isKnown(counts, word, usual)) {
        Optional<String> better = better(counts, word, mode);
        now = better.isPresent() ? replace(now, word, better.get()) : now;
      }
    }
    return now.equals(text) ? Optional.empty() : Optional.of(now);
  }

  private static Optional<String> better(WordCounts counts, String word, SuggestMode mode)
      throws IOException {
    Optional<String> near =
        nearest(counts.reader(), word, mode).filter(it -> !isAnInflection(word, it));
    return near.isPresent() || mode != SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX
        ? near
        : parted(counts, word);
  }

  /** Two words that were written as one, where pages have both; the rarer of them tells which. */
  private static Optional<String> parted(WordCounts counts, String word) throws IOException {
    int most = 0;
    Optional<String> best = Optional.empty();
    for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_PART; at++) {
      String first = word.substring(0, at);
      String second = word.substring(at);
      int known = documents(counts, first);
      known = known > most ? Math.min(known, documents(counts, second)) : known;
      if (known > most) {
        most = known;
        best = Optional.of(first + " " + second);
      }
    }
    return best;
  }

  private static int documents(WordCounts counts, String word) throws IOException {
    List<String> stems = TextAnalysis.words(word);
    return stems.size() == 1 ? counts.of(stems.getFirst()) : 0;
  }

  private static boolean isAnInflection(String word, String other) {
    return TextAnalysis.words(word).equals(TextAnalysis.words(other));
  }

  /** The pages are asked before the dictionary, which is loaded when it is first asked. */
  private static boolean isKnown(WordCounts counts, String word, int usual) throws IOException {
    return word.chars().anyMatch(Character::isDigit)
        || isInPages(counts, word, usual)
        || EnglishWords.has(word)
        || isWelsh(counts, word);
  }

  private static boolean isInPages(WordCounts counts, String word, int usual) throws IOException {
    for (String stem : TextAnalysis.words(word)) {
      if (counts.of(stem) <= usual) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWelsh(WordCounts counts, String word) throws IOException {
    return !WelshWords.in(counts, TypedText.of(word)).roots().isEmpty();
  }

  private static Optional<String> nearest(IndexReader reader, String word, SuggestMode mode)
      throws IOException {
    DirectSpellChecker checker = new DirectSpellChecker();
    checker.setMaxEdits(edits(word));
    checker.setAccuracy(0.5f);
    checker.setMinPrefix(1);
    SuggestWord[] found =
        checker.suggestSimilar(new Term(IndexFields.WORDS, word), 1, reader, mode);
    return found.length == 0 ? Optional.empty() : Optional.of(found[0].string);
  }

  private static String replace(String text, String word, String better) {
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text)
        .replaceAll(Matcher.quoteReplacement(better));
  }

  static int edits(String word) {
    int letters = word.codePointCount(0, word.length());
    if (letters <= 4) {
      return 0;
    }
    return letters <= 8 ? 1 : 2;
  }
}
