package signpost.search.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.search.index.TextAnalysis;

/**
 * What was typed, read without syntax: every oddity is text. Only words between a pair of quotation
 * marks must stand together.
 */
public record TypedText(String text, List<String> words, List<List<String>> phrases) {
  private static final Pattern QUOTED = Pattern.compile("[\"“”]([^\"“”]+)[\"“”]");
  private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");

  /** More words than anyone types, and few enough to answer quickly. */
  private static final int MAX_WORDS = 32;

  private static final int MAX_CHARS = 1_000;

  public TypedText {
    words = List.copyOf(words);
    phrases = phrases.stream().map(List::copyOf).toList();
  }

  /** Reads any text; of what is too long, the beginning. */
  public static TypedText of(String typed) {
    String cut = typed.length() > MAX_CHARS ? typed.substring(0, MAX_CHARS) : typed;
    String text = NOT_TEXT.matcher(cut).replaceAll(" ").strip();
    List<List<String>> phrases = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(text);
    while (quoted.find() && phrases.size() < 4) {
      List<String> phrase = TextAnalysis.words(quoted.group(1));
      if (phrase.size() > 1) {
        phrases.add(phrase.subList(0, Math.min(phrase.size(), MAX_WORDS)));
      }
    }
    List<String> words = TextAnalysis.words(text);
    return new TypedText(text, words.subList(0, Math.min(words.size(), MAX_WORDS)), phrases);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }
}
