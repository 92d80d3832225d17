package signpost.ingest.revision;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import signpost.ingest.extract.Block;
import signpost.ingest.extract.ReadablePage;
import signpost.ingest.revision.Reading.Line;

/**
 * Words that pass by themselves: "updated 3 days ago", "1,204 views", "5 min read", "open now".
 * Nobody wrote them, so they never make a change. Only where they stamp a page: "taken 2 hours ago"
 * is advice, and a service that is "now closed to referrals" is closed.
 */
final class Passing {
  private static final String NUMBER = "\\d[\\d,.]*\\s?[km]?";
  private static final String AGO =
      "(?:(?:\\d+|an?|one|a few)\\s+(?:second|sec|minute|min|hour|hr|day|week|month|year)s?\\s+ago"
          + "|\\d+\\s+(?:eiliad|munud|awr|dd?iwrnod|wythnos|mis|fis|f?blynedd|flynedd)\\s+yn\\s+ôl"
          + "|yesterday|just now)";
  private static final String STAMP =
      "(?:updated|posted|published|reviewed|modified|edited|uploaded"
          + "|diweddarwyd|cyhoeddwyd|postiwyd|adolygwyd)";
  private static final String FROM = "(?:(?<=^)|(?<=[|·•] ))";
  private static final String TO = "(?=\\s*(?:$|[|·•]))";
  private static final String DAY =
      "(?:\\p{L}{3,12},?\\s+)?\\d{1,2}(?:st|nd|rd|th)?\\s+\\p{L}{3,12},?\\s+\\d{4}"
          + "(?:,?\\s+\\d{1,2}[:.]\\d{2}(?:\\s?[ap]m)?)?";
  private static final String THING = "(?:page|article|post|document|resource|guide)";

  /** Without one of these nothing passes, and most passages have none. */
  private static final Pattern TELLING =
      insensitive("[0-9]|\\bago\\b|yesterday|just now|open|closed|good |bore da|prynhawn|noswaith");

  /** What passes by itself is no long passage. */
  private static final int LONGEST = 2_000;

  private static final List<Pattern> ALL =
      List.of(
          insensitive("\\b" + STAMP + "(?::|\\s+(?:by|gan)\\b[^.!?:]{1,40}?)?\\s+" + AGO + TO),
          insensitive(FROM + AGO + TO),
          insensitive(
              FROM
                  + NUMBER
                  + "\\s*(?:(?:page )?views?|visits|hits|downloads|shares|likes|comments?"
                  + "|reads|replies|reactions|claps|votes|followers|subscribers)"
                  + TO),
          insensitive(
              "\\b"
                  + THING
                  + "\\s+(?:has been |was )?(?:viewed|read|downloaded|shared|visited)\\s+"
                  + NUMBER
                  + "\\s+times\\b"),
          insensitive(FROM + "(?:about )?\\d+[- ](?:min|minute)s?(?:[- ]read| to read)" + TO),
          insensitive(
              FROM
                  + "(?:(?:estimated )?reading time|amser darllen):?\\s+(?:about |tua )?"
                  + "\\d+\\s+(?:min|minute|munud)s?"
                  + TO),
          insensitive(
              FROM
                  + "(?:(?:we(?:[’']re| are)|lines are|it[’']s)\\s+)?(?:(?:currently|now)\\s+"
                  + "(?:open|closed)|(?:open|closed)\\s+(?:now|right now|at the moment))"
                  + "(?:[.!,:;·–-]?\\s*(?:we )?(?:until|(?:re-?)?opens?|closes?)\\b[\\w .:]{1,40}?)?[.!]?"
                  + TO),
          insensitive(FROM + "(?:today is|today[’']s date(?: is)?|today|heddiw):?\\s+" + DAY + TO),
          insensitive(
              FROM
                  + "(?:good (?:morning|afternoon|evening)|bore da|prynhawn da|noswaith dda)\\b"
                  + "(?:,?\\s+(?:and\\s+)?welcome\\b[^.!?]{0,30})?[.!,]?"
                  + TO),
          insensitive(
              "\\b"
                  + NUMBER
                  + "\\s+(?:people|visitors|users|others|members|guests)\\s+(?:are\\s+)?(?:currently\\s+)?"
                  + "(?:viewing|reading|looking at|visiting|online|browsing|here)"
                  + "(?:\\s+(?:this|the|our)\\s+(?:page|site|website|article|guide))?"
                  + "(?:\\s+(?:now|right now|at the moment))?\\b"),
          insensitive("\\bvisitor (?:number|no\\.?|count):?\\s*" + NUMBER),
          insensitive(
              FROM
                  + "(?:showing|displaying|dangos)\\s+\\d+(?:\\s*(?:–|-|to|i)\\s*\\d+)?\\s+(?:of|o)\\s+"
                  + NUMBER
                  + "(?:\\s+\\w+)?"
                  + TO),
          insensitive(
              NUMBER + "\\s+(?:people|readers|users)\\s+(?:found|have found)\\s+this\\s+\\w+"));

  private Passing() {}

  private static Pattern insensitive(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The text with what passes replaced by a mark. */
  static String masked(String text) {
    if (text.length() > LONGEST || !TELLING.matcher(text).find()) {
      return text;
    }
    String masked = text;
    for (Pattern pattern : ALL) {
      masked = pattern.matcher(masked).replaceAll("…");
    }
    return masked;
  }

  /** The page's fingerprint without what passes: where nothing does, the page's own. */
  static String fingerprint(ReadablePage page) {
    List<Block> blocks =
        page.blocks().stream()
            .map(block -> new Block(block.kind(), block.level(), masked(block.text())))
            .toList();
    return blocks.equals(page.blocks()) ? page.fingerprint() : with(page, blocks).fingerprint();
  }

  private static ReadablePage with(ReadablePage page, List<Block> blocks) {
    return new ReadablePage(
        page.title(),
        page.lead(),
        page.language(),
        blocks,
        page.outlinks(),
        page.notices(),
        page.dates(),
        page.media(),
        page.pages());
  }

  /** The old reading with what has passed since brought up to date, so that no place shows it. */
  static Reading caughtUp(Reading old, Reading young) {
    Map<Line, Deque<Line>> now = new HashMap<>();
    young.lines().stream()
        .filter(Passing::passes)
        .forEach(line -> now.computeIfAbsent(masked(line), _ -> new ArrayDeque<>()).add(line));
    List<Line> lines = old.lines().stream().map(line -> caughtUp(line, now)).toList();
    return new Reading(
        old.title(),
        lines,
        old.links(),
        old.notices(),
        old.media(),
        old.pages(),
        old.fingerprint());
  }

  private static Line caughtUp(Line line, Map<Line, Deque<Line>> now) {
    Deque<Line> same = now.isEmpty() ? null : now.get(masked(line));
    return same == null || same.isEmpty() ? line : same.removeFirst();
  }

  private static boolean passes(Line line) {
    return !masked(line).equals(line);
  }

  private static Line masked(Line line) {
    return line.saying(masked(line.text()));
  }
}
