package signpost.web.revision.meaning;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a sentence was turned round: it says nearly the same as before, but "not", "must" or the
 * opposite of a word has come or gone. English and Welsh.
 */
final class TurnedWords {
  /** Of two sentences' words so many are common, if the one became the other. */
  private static final double ALIKE = 0.5;

  private static final Set<String> DENYING =
      words(
          "not no never none without unless neither nor unable except nobody nothing"
              + " nid nad nac ddim dim heb byth peidiwch peidio methu mwyach");

  /** How binding a sentence is; in one that says it of nothing, nothing was turned. */
  private enum Binding {
    MUST,
    SHOULD,
    MAY
  }

  private static final Map<Binding, Set<String>> BINDING =
      Map.of(
          Binding.MUST, words("must shall required rhaid gorfod"),
          Binding.SHOULD, words("should ought dylech dylid"),
          Binding.MAY, words("may can could might gallwch cewch gall"));

  /** Other forms of those, as they stand after other words. */
  private static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("never", "not"),
          Map.entry("no", "not"),
          Map.entry("nobody", "not"),
          Map.entry("none", "not"),
          Map.entry("nad", "nid"),
          Map.entry("nac", "nid"),
          Map.entry("dim", "nid"),
          Map.entry("ddim", "nid"),
          Map.entry("allwch", "gallwch"),
          Map.entry("chewch", "cewch"),
          Map.entry("ddylech", "dylech"),
          Map.entry("ddylid", "dylid"),
          Map.entry("beidiwch", "peidiwch"),
          Map.entry("pheidiwch", "peidiwch"),
          Map.entry("beidio", "peidio"),
          Map.entry("pheidio", "peidio"));

  /** In Welsh "ni" is also "we": it denies before a verb, with which a sentence begins. */
  private static final Set<String> WE_BEFORE =
      words("yw yw'r yw'n ydy sy sydd sy'n oedd yn a ac ein eich");

  private static final Set<String> DENIED_BEFORE =
      words(
          "all allwch ellir ddylech ddylid ddylai fydd fyddwn fyddwch fyddant chaiff chewch"
              + " chaniateir chodir dderbynnir oes roddir chynigir ddarperir wna fu ydym ydynt");

  private static final Set<String> BEFORE_MONTHS =
      Set.of("in", "of", "by", "until", "till", "from", "since", "this", "last", "next", "before");

  private static final int LONGER = 5;

  private static final String MUTABLE = "bcdfghlmnprt";

  private TurnedWords() {}

  private static Set<String> words(String all) {
    return Set.copyOf(List.of(all.split(" ")));
  }

  /** Words in small letters. */
  static boolean between(List<String> old, List<String> young) {
    return alike(old, young)
        && (!denials(old).equals(denials(young))
            || boundOtherwise(bindings(old), bindings(young))
            || opposite(old, young)
            || opposite(young, old));
  }

  private static boolean alike(List<String> old, List<String> young) {
    List<String> rest = new ArrayList<>(young.stream().map(TurnedWords::tail).toList());
    long common = old.stream().map(TurnedWords::tail).filter(rest::remove).count();
    return common > 0 && 2.0 * common / (old.size() + young.size()) >= ALIKE;
  }

  /** A longer word without its first consonants, which in Welsh change after "not". */
  private static String tail(String word) {
    int at = 0;
    while (word.length() >= LONGER && at < 3 && MUTABLE.indexOf(word.charAt(at)) >= 0) {
      at++;
    }
    return word.substring(at);
  }

  private static List<String> denials(List<String> words) {
    List<String> denials = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = FORMS.getOrDefault(words.get(i), words.get(i));
      String last = i > 0 ? words.get(i - 1) : "";
      boolean free = words.get(i).equals("ddim") && last.equals("am");
      boolean welsh = (word.equals("nid") && !free) || deniesInWelsh(words, i);
      if (welsh && !denials.contains("nid")) { // "nid oes dim" denies once
        denials.add("nid");
      } else if (!welsh && !free && DENYING.contains(word)) {
        denials.add(word);
      } else if (word.endsWith("n't") || word.equals("cannot")) {
        denials.add("not");
      }
    }
    return denials.stream().sorted().toList();
  }

  private static boolean deniesInWelsh(List<String> words, int at) {
    String word = words.get(at);
    String next = at + 1 < words.size() ? words.get(at + 1) : "";
    return (word.equals("ni") || word.equals("na"))
        && (DENIED_BEFORE.contains(next)
            || (at == 0 && !next.isEmpty() && !WE_BEFORE.contains(next)));
  }

  private static Set<Binding> bindings(List<String> words) {
    Set<Binding> bindings = EnumSet.noneOf(Binding.class);
    for (int i = 0; i < words.size(); i++) {
      String word = FORMS.getOrDefault(words.get(i), words.get(i));
      String plain = word.equals("cannot") || word.equals("can't") ? "can" : word;
      if (!(word.equals("may") && isMonth(words, i))) {
        BINDING.forEach((binding, all) -> {
          if (all.contains(plain)) {
            bindings.add(binding);
          }
        });
      }
    }
    return bindings;
  }

  private static boolean boundOtherwise(Set<Binding> old, Set<Binding> young) {
    return !old.isEmpty() && !young.isEmpty() && !old.equals(young);
  }

  /** "12 May", "in May", "May 2027". */
  private static boolean isMonth(List<String> words, int at) {
    String last = at > 0 ? words.get(at - 1) : "";
    String next = at + 1 < words.size() ? words.get(at + 1) : "";
    return BEFORE_MONTHS.contains(last) || startsWithDigit(last) || startsWithDigit(next);
  }

  private static boolean startsWithDigit(String word) {
    return !word.isEmpty() && Character.isDigit(word.charAt(0));
  }

  /** Whether a word gave way to its opposite. */
  private static boolean opposite(List<String> old, List<String> young) {
    Set<String> gone = new HashSet<>(old);
    gone.removeAll(young);
    Set<String> come = new HashSet<>(young);
    come.removeAll(old);
    return gone.stream()
        .anyMatch(word -> come.stream().anyMatch(other -> OppositeWords.are(word, other)));
  }
}
