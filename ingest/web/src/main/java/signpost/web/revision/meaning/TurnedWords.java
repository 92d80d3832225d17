package signpost.web.revision.meaning;

import java.util.ArrayList;
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

  private static final Set<String> TURNING =
      Set.of(
          ("not no never none cannot without unless neither nor unable except nobody nothing"
                  + " must may can should shall could need"
                  + " nid nad nac ddim dim heb byth peidiwch peidio methu mwyach"
                  + " gallwch cewch rhaid dylech gall dylid")
              .split(" "));

  /** Other forms of those, as they stand after other words. */
  private static final Map<String, String> FORMS =
      Map.of(
          "allwch", "gallwch",
          "chewch", "cewch",
          "gewch", "cewch",
          "ddylech", "dylech",
          "ddylid", "dylid",
          "beidiwch", "peidiwch",
          "pheidiwch", "peidiwch",
          "beidio", "peidio",
          "pheidio", "peidio");

  /** In Welsh "ni" is also "we": it denies before a verb. */
  private static final Set<String> DENIED_BEFORE =
      Set.of(
          ("all allwch ellir ddylech ddylid ddylai fydd fyddwn fyddant chaiff chewch chaniateir"
                  + " chodir dderbynnir oes roddir chynigir ddarperir wna fu yw ydym ydynt ydych")
              .split(" "));

  private static final Set<String> BEFORE_MONTHS =
      Set.of("in", "of", "by", "until", "till", "from", "since", "this", "last", "next", "before");

  private static final List<String> REVERSING =
      List.of("un", "in", "im", "ir", "il", "dis", "non-", "non", "an", "ann", "di", "di-");

  private static final int SHORTEST = 4;

  private static final Map<String, Set<String>> OPPOSITES =
      Map.ofEntries(
          Map.entry("with", Set.of("without")),
          Map.entry("before", Set.of("after")),
          Map.entry("allowed", Set.of("banned", "forbidden", "prohibited")),
          Map.entry("include", Set.of("exclude")),
          Map.entry("included", Set.of("excluded")),
          Map.entry("includes", Set.of("excludes")),
          Map.entry("accept", Set.of("refuse", "reject")),
          Map.entry("optional", Set.of("compulsory", "mandatory", "required")),
          Map.entry("voluntary", Set.of("compulsory", "mandatory")),
          Map.entry("recommended", Set.of("required", "discouraged")),
          Map.entry("safe", Set.of("dangerous", "harmful")),
          Map.entry("increase", Set.of("decrease", "reduce")),
          Map.entry("start", Set.of("stop")),
          Map.entry("continue", Set.of("stop")),
          Map.entry("gyda", Set.of("heb")),
          Map.entry("cyn", Set.of("ôl")),
          Map.entry("dewisol", Set.of("gorfodol")));

  private TurnedWords() {}

  /** Words in small letters. */
  static boolean between(List<String> old, List<String> young) {
    return alike(old, young)
        && (!turning(old).equals(turning(young)) || opposite(old, young) || opposite(young, old));
  }

  private static boolean alike(List<String> old, List<String> young) {
    List<String> rest = new ArrayList<>(young);
    long common = old.stream().filter(rest::remove).count();
    return common > 0 && 2.0 * common / (old.size() + young.size()) >= ALIKE;
  }

  private static List<String> turning(List<String> words) {
    List<String> turning = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = FORMS.getOrDefault(words.get(i), words.get(i));
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      String last = i > 0 ? words.get(i - 1) : "";
      boolean free = word.equals("ddim") && last.equals("am");
      boolean month = word.equals("may") && isMonth(last, next);
      if (TURNING.contains(word) && !free && !month) {
        turning.add(word);
      } else if (word.endsWith("n't")) {
        turning.add(word.substring(0, word.length() - 3));
        turning.add("not");
      } else if ((word.equals("ni") || word.equals("na")) && DENIED_BEFORE.contains(next)) {
        turning.add("nid");
      }
    }
    return turning.stream().sorted().toList();
  }

  /** "12 May", "in May", "May 2027". */
  private static boolean isMonth(String last, String next) {
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
        .anyMatch(word ->
            come.stream().anyMatch(OPPOSITES.getOrDefault(word, Set.of())::contains)
                || (word.length() >= SHORTEST
                    && REVERSING.stream().anyMatch(prefix -> come.contains(prefix + word))));
  }
}
