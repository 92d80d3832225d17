package signpost.search.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.search.index.PhoneNumbers;
import signpost.search.index.TextAnalysis;

/**
 * What was typed, read with next to no syntax: every oddity is text. Only words between a pair of
 * quotation marks must stand together, and a word right after a minus must not be there. A
 * telephone number is one word. {@code text}: what is asked for, without what is not wanted; {@code
 * capitals}: words of a text in small letters that were typed in capitals, as acronyms are.
 */
public record TypedText(
    String text,
    List<String> words,
    List<List<String>> phrases,
    List<String> unwanted,
    Set<String> capitals) {
  private static final Pattern QUOTED = Pattern.compile("[\"“”]([^\"“”]+)[\"“”]");
  private static final Pattern UNWANTED =
      Pattern.compile("(?<=\\s)-(\\p{L}[\\p{L}\\p{M}\\p{N}'’]*)");
  private static final Pattern CAPITALS =
      Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Lu}{2,8}s?(?![\\p{L}\\p{N}])");
  private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");

  /** More words than anyone types, and few enough to answer quickly. */
  private static final int MAX_WORDS = 32;

  private static final int MAX_CHARS = 1_000;

  public TypedText {
    words = List.copyOf(words);
    phrases = phrases.stream().map(List::copyOf).toList();
    unwanted = List.copyOf(unwanted);
    capitals = Set.copyOf(capitals);
  }

  /** Reads any text; of what is too long, the beginning. */
  public static TypedText of(String typed) {
    String cut = typed.length() > MAX_CHARS ? typed.substring(0, MAX_CHARS) : typed;
    String all = NOT_TEXT.matcher(cut).replaceAll(" ").strip();
    String text = UNWANTED.matcher(all).replaceAll("").strip();
    List<String> words = TextAnalysis.words(PhoneNumbers.joined(text));
    return new TypedText(
        text,
        words.subList(0, Math.min(words.size(), MAX_WORDS)),
        phrases(text),
        stems(UNWANTED, all),
        capitals(text));
  }

  /** Who types everything in capitals means nothing by it. */
  private static Set<String> capitals(String text) {
    boolean shouted = text.contains(" ") && text.equals(text.toUpperCase(Locale.ROOT));
    return shouted ? Set.of() : Set.copyOf(stems(CAPITALS, text));
  }

  /** The same without some words, whatever it was before. */
  TypedText without(List<String> words) {
    return new TypedText(text, this.words, phrases, words, capitals);
  }

  private static List<List<String>> phrases(String text) {
    List<List<String>> phrases = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(text);
    while (quoted.find() && phrases.size() < 4) {
      List<String> phrase = TextAnalysis.words(quoted.group(1));
      if (phrase.size() > 1) {
        phrases.add(phrase.subList(0, Math.min(phrase.size(), MAX_WORDS)));
      }
    }
    return phrases;
  }

  private static List<String> stems(Pattern wanted, String text) {
    return wanted
        .matcher(text)
        .results()
        .map(it -> it.groupCount() == 0 ? it.group() : it.group(1))
        .flatMap(it -> TextAnalysis.words(it).stream())
        .distinct()
        .limit(MAX_WORDS)
        .toList();
  }

  boolean isEmpty() {
    return text.isEmpty();
  }
}
