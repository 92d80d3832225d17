package signpost.web.revision.noise;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.web.revision.compare.ComparablePage;
import signpost.web.revision.compare.ComparablePage.TextLine;

/**
 * Finds words that change by themselves: "updated 3 days ago", "1,204 views", "5 min read", "open
 * now". No author wrote them, so they never count as a change. They count only where they label a
 * page: "taken 2 hours ago" is advice, and a service that is "now closed to referrals" is closed.
 */
public final class VolatileText {
  private static final String NUMBER = "\\d[\\d,.]*\\s?[km]?";
  private static final String AGO =
      "(?:(?:\\d+|an?|one|a few)\\s+(?:second|sec|minute|min|hour|hr|day|week|month|year)s?\\s+ago"
          + "|\\d+\\s+(?:eiliad|munud|awr|dd?iwrnod|wythnos|mis|fis|f?blynedd|flynedd)\\s+yn\\s+ôl"
          + "|yesterday|just now)";
  private static final String DAY =
      "(?:\\p{L}{3,12},?\\s+)?\\d{1,2}(?:st|nd|rd|th)?\\s+\\p{L}{3,12},?\\s+\\d{4}"
          + "(?:,?\\s+\\d{1,2}[:.]\\d{2}(?:\\s?[ap]m)?)?";

  /** What is nothing but a stamp. */
  private static final Pattern STAMP =
      insensitive(
          String.join(
              "|",
              AGO,
              NUMBER
                  + "\\s*(?:(?:page )?views?|visits|hits|downloads|shares|likes|comments?|reads"
                  + "|replies|reactions|claps|votes|followers|subscribers)",
              "(?:about )?\\d+[- ](?:min|minute)s?(?:[- ]read| to read)",
              "(?:(?:estimated )?reading time|amser darllen):?\\s+(?:about |tua )?"
                  + "\\d+\\s+(?:min|minute|munud)s?",
              "(?:(?:we(?:[’']re| are)|lines are|it[’']s)\\s+)?(?:(?:currently|now)\\s+"
                  + "(?:open|closed)|(?:open|closed)\\s+(?:now|right now|at the moment))"
                  + "(?:[.!,:;–-]?\\s*(?:we )?(?:until|(?:re-?)?opens?|closes?)\\b[\\w .:]{1,40}?)?[.!]?",
              "(?:today is|today[’']s date(?: is)?|today|heddiw):?\\s+" + DAY,
              "(?:good (?:morning|afternoon|evening)|bore da|prynhawn da|noswaith dda)\\b"
                  + "(?:,?\\s+(?:and\\s+)?welcome\\b[^.!?]{0,30})?[.!,]?",
              "(?:showing|displaying|dangos)\\s+\\d+(?:\\s*(?:–|-|to|i)\\s*\\d+)?\\s+(?:of|o)\\s+"
                  + NUMBER
                  + "(?:\\s+\\w+)?"));

  /** Stamps stand alone or side by side. */
  private static final String BESIDES = "|·•";

  private static final Pattern BESIDE = Pattern.compile("[" + BESIDES + "]");

  /** No stamp has more characters. */
  private static final int LONGEST_STAMP = 100;

  /**
   * Volatile phrases within other text; each pattern is tried only if the text holds one of its
   * words.
   */
  private static final List<VolatilePhrase> PHRASES =
      List.of(
          new VolatilePhrase(
              List.of(" ago", "yn ôl", "yesterday", "just now"),
              "\\b(?:updated|posted|published|reviewed|modified|edited|uploaded|diweddarwyd"
                  + "|cyhoeddwyd|postiwyd|adolygwyd)(?::|\\s+(?:by|gan)\\b[^.!?:]{1,40}?)?\\s+"
                  + AGO
                  + "(?=\\s*(?:$|[|·•]))"),
          new VolatilePhrase(
              List.of(" times"),
              "\\b(?:page|article|post|document|resource|guide)\\s+(?:has been |was )?"
                  + "(?:viewed|read|downloaded|shared|visited)\\s+"
                  + NUMBER
                  + "\\s+times\\b"),
          new VolatilePhrase(
              List.of(" people ", " visitors ", " users ", " others ", " members ", " guests "),
              "\\b"
                  + NUMBER
                  + "\\s+(?:people|visitors|users|others|members|guests)\\s+(?:are\\s+)?(?:currently\\s+)?"
                  + "(?:viewing|reading|looking at|visiting|online|browsing|here)"
                  + "(?:\\s+(?:this|the|our)\\s+(?:page|site|website|article|guide))?"
                  + "(?:\\s+(?:now|right now|at the moment))?\\b"),
          new VolatilePhrase(
              List.of("visitor "), "\\bvisitor (?:number|no\\.?|count):?\\s*" + NUMBER),
          new VolatilePhrase(
              List.of(" found this"),
              "\\b" + NUMBER + "\\s+(?:people|readers|users)\\s+(?:have )?found\\s+this\\s+\\w+"));

  private record VolatilePhrase(List<String> words, Pattern pattern) {
    VolatilePhrase(List<String> words, String pattern) {
      this(words, insensitive(pattern));
    }

    String masked(String text, String small) {
      return words.stream().anyMatch(small::contains)
          ? pattern.matcher(text).replaceAll(MARK)
          : text;
    }
  }

  /** A text longer than this is never volatile as a whole. */
  private static final int LONGEST = 2_000;

  private static final String MARK = "…";

  private VolatileText() {}

  private static Pattern insensitive(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }

  /** The text with what passes replaced by a mark. */
  static String masked(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    String small = text.toLowerCase(Locale.ROOT);
    String masked = text;
    for (VolatilePhrase phrase : PHRASES) {
      masked = phrase.masked(masked, small);
    }
    return masked.length() <= LONGEST_STAMP || masked.chars().anyMatch(c -> BESIDES.indexOf(c) >= 0)
        ? eachMasked(masked)
        : masked;
  }

  private static String eachMasked(String text) {
    StringBuilder masked = new StringBuilder();
    int from = 0;
    Matcher beside = BESIDE.matcher(text);
    while (beside.find()) {
      masked.append(stampMasked(text.substring(from, beside.start()))).append(beside.group());
      from = beside.end();
    }
    return masked.append(stampMasked(text.substring(from))).toString();
  }

  private static String stampMasked(String text) {
    String stamp = text.length() <= LONGEST_STAMP ? text.strip() : "";
    return !stamp.isEmpty() && STAMP.matcher(stamp).matches() ? text.replace(stamp, MARK) : text;
  }

  /** The old reading with what has passed since brought up to date, so that no place shows it. */
  public static ComparablePage caughtUp(ComparablePage old, ComparablePage young) {
    Set<TextLine> told = new HashSet<>(old.lines());
    Map<TextLine, Deque<TextLine>> passed = new HashMap<>();
    young.lines().stream()
        .filter(line -> !told.contains(line) && passes(line))
        .forEach(line -> passed.computeIfAbsent(masked(line), _ -> new ArrayDeque<>()).add(line));
    return passed.isEmpty() ? old : old.withLines(caughtUp(old, Set.copyOf(young.lines()), passed));
  }

  private static List<TextLine> caughtUp(
      ComparablePage old, Set<TextLine> standing, Map<TextLine, Deque<TextLine>> passed) {
    return old.lines().stream()
        .map(line -> {
          Deque<TextLine> same = standing.contains(line) ? null : passed.get(masked(line));
          return same == null || same.isEmpty() ? line : same.removeFirst();
        })
        .toList();
  }

  private static boolean passes(TextLine line) {
    return !masked(line).equals(line);
  }

  private static TextLine masked(TextLine line) {
    return line.saying(masked(line.text()));
  }
}
