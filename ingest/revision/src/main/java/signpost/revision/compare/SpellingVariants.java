package signpost.revision.compare;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a word spelt otherwise, in Britain, in America or by a slip, from another word. */
final class SpellingVariants {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern LETTERS = Pattern.compile("[\\p{L}’']+");
  private static final int SHORTEST = 5;

  /** A letter more or less makes another word of many short ones. */
  private static final int LONG = 8;

  /** How far a word must agree: "hyper" and "hypo" differ there. */
  private static final int BEGINNING = 3;

  /** Words that a slip's breadth parts from other words. */
  private static final Set<String> OTHERS =
      Set.of(
          ("contact contract contacts contracts country county counties countries mediation medication"
                  + " meditation complement compliment stationary stationery principal principle council"
                  + " counsel marital martial trial trail united untied casual causal discreet discrete"
                  + " quiet quite angel angle dairy diary scared sacred patient patience breath breathe"
                  + " desert dessert later latter planed planned human humane personal personnel"
                  + " infection inflection intention intension prices prizes woman women"
                  + " morning mourning")
              .split(" "));

  private SpellingVariants() {}

  /** Both in small letters. */
  static boolean same(String before, String after) {
    String old = plain(before);
    String young = plain(after);
    if (old.equals(young)) {
      return true;
    }
    boolean words =
        Math.min(old.length(), young.length()) >= SHORTEST
            && LETTERS.matcher(old).matches()
            && LETTERS.matcher(young).matches()
            && negated(old) == negated(young)
            && !(OTHERS.contains(old) && OTHERS.contains(young));
    return words && (folded(old).equals(folded(young)) || swapped(old, young) || slip(old, young));
  }

  private static String plain(String word) {
    return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
  }

  /** What British, American and hasty spellings have in common, and one and many. */
  private static String folded(String word) {
    return word.toLowerCase(Locale.UK)
        .replaceAll("ae|oe", "e")
        .replace("our", "or")
        .replaceAll("(?<=[tb])re(?=s?$)", "er")
        .replaceAll("(?<=en|[iy])[cs](?=[eia])", "z")
        .replaceAll("ogue(?=s?$)", "og")
        .replaceAll("amme(?=s?$)", "am")
        .replaceAll("(?<=whil|among)st$", "")
        .replace("dgem", "dgm")
        .replace("geing", "ging")
        .replaceAll("(.)\\1", "$1")
        .replaceAll("(?<=.{4}[^s])s$", "")
        .replaceAll("(?<=whil)e$", "");
  }

  /** Two letters that stand together have changed places. */
  private static boolean swapped(String old, String young) {
    int from = ChangeSigns.commonStart(old, young);
    return old.length() == young.length()
        && from > 0
        && from + 1 < old.length()
        && old.charAt(from) == young.charAt(from + 1)
        && old.charAt(from + 1) == young.charAt(from)
        && old.substring(from + 2).equals(young.substring(from + 2));
  }

  /** One letter left out of a long word, or one vowel for another, neither at the end. */
  private static boolean slip(String old, String young) {
    int from = ChangeSigns.commonStart(old, young);
    String longer = old.length() > young.length() ? old : young;
    String shorter = longer.equals(old) ? young : old;
    if (longer.length() == shorter.length()) {
      return from >= BEGINNING
          && from + 1 < old.length()
          && vowel(old.charAt(from))
          && vowel(young.charAt(from))
          && old.substring(from + 1).equals(young.substring(from + 1));
    }
    return longer.length() == shorter.length() + 1
        && longer.length() >= LONG
        && from >= BEGINNING - 1
        && from < shorter.length()
        && longer.substring(from + 1).equals(shorter.substring(from));
  }

  private static boolean vowel(char c) {
    return "aeiouy".indexOf(c) >= 0;
  }

  /** "n't" and "less" turn a word round. */
  private static boolean negated(String word) {
    return word.endsWith("n't") || word.endsWith("n’t") || word.endsWith("less");
  }
}
