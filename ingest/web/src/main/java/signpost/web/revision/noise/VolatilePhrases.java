package signpost.web.revision.noise;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The phrases that change by themselves, English and Welsh. Whether a place is open now, how long a
 * page took to make and how often it was seen pass wherever they stand, in a cell or within a
 * sentence; other stamps count only alone or side by side.
 */
final class VolatilePhrases {
  static final String MARK = "…";

  private static final String NUMBER = "\\d[\\d,.]*\\s?[km]?";
  private static final String AGO =
      "(?:(?:\\d+|an?|one|a few)\\s+(?:second|sec|minute|min|hour|hr|day|week|month|year)s?\\s+ago"
          + "|\\d+\\s+(?:eiliad|munud|awr|dd?iwrnod|wythnos|mis|fis|f?blynedd|flynedd)\\s+yn\\s+ôl"
          + "|yesterday|just now)";
  private static final String CLOCK = "\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:\\s?[ap]m)?";
  private static final String DAY =
      "(?:\\p{L}{3,12},?\\s+)?\\d{1,2}(?:st|nd|rd|th)?\\s+\\p{L}{3,12},?\\s+\\d{4}"
          + ("(?:,?\\s+(?:at\\s+|am\\s+)?" + CLOCK + ")?");

  /** Seconds and their parts, as a machine counts them. */
  private static final String TOOK =
      "\\d+(?:[.,]\\d+)?\\s?(?:s|ms|µs|secs?|seconds?|milliseconds?|microseconds?|eiliad(?:au)?)\\b";

  /** A time of day, or a day of the week: no date, season or end. */
  private static final String WHEN =
      "(?:(?:at |on |again |next |am |ar |yfory|tomorrow|ddydd |dydd )*(?:"
          + CLOCK
          + "|\\d{1,2}\\s?[ap]\\.?m\\b\\.?|noon|midday|midnight|hanner (?:dydd|nos)"
          + "|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
          + "|tomorrow|yfory|llun|mawrth|mercher|iau|gwener|sadwrn|sul)(?!\\p{L})[ ,]*){1,4}";

  /** Until when a place is open or closed, which follows from the clock too. */
  private static final String UNTIL =
      "(?:\\s*[.!,:;–·⋅•|\\t-]?\\s*(?:(?:we|and|it|rydym yn|yn|ac yn) )?(?:until|tan|(?:(?:re-?)?open|clos)"
          + "(?:s|es|ing)?|agor|cau)\\s+"
          + WHEN
          + ")?";

  private static final String AT_PRESENT =
      "(?:now|right now|at the moment|currently|at present|today)";
  private static final String NAWR =
      "(?:nawr|rŵan|ar hyn o bryd|ar y funud|heddiw|yn awr)(?!\\p{L})";
  private static final String OPEN_NOW =
      "(?:(?:currently|now)\\s+(?:open|closed)|(?:open|closed)\\s+"
          + AT_PRESENT
          + ("|ar\\s+(?:agor|gau)\\s+" + NAWR)
          + "|(?:nawr|rŵan|ar hyn o bryd)\\s+ar\\s+(?:agor|gau)"
          + "|(?:open|closed)\\s*[·⋅•|,–-]\\s*(?:(?:re-?)?opens|closes)\\s+"
          + WHEN
          + "|ar (?:agor|gau)\\s*[·⋅•|,–-]\\s*yn (?:agor|cau)\\s+"
          + (WHEN + ")");
  private static final String WE_ARE =
      "(?:(?:we(?:[’']re| are)|lines are|it[’']s|rydym|rydyn ni|mae)\\s+)?";

  /** Who keeps hours, so that being open or closed now says no more than what time it is. */
  private static final String PLACE =
      "\\b(?:we|(?:phone |advice |tele)?lines?|helplines?|offices?|librar(?:y|ies)|surger(?:y|ies)|cent(?:re|er)s?"
          + "|clinics?|shops?|stores?|caf[eé]s?|pharmac(?:y|ies)|branch(?:es)?|desk|reception|hub"
          + "|(?:live |web ?)?chat|museum|pool|gym|practice|bank|park|swyddfa|llyfrgell|canolfan|siop"
          + "|llinell gymorth|llinell|meddygfa|fferyllfa|caffi|dderbynfa|derbynfa|hwb)";

  private static final Pattern CLAUSE_ENDS = Pattern.compile("[.!?|·•]+(?=\\s|$)|[|·•]");

  /** A place, or its hours. */
  private static final Pattern KEEPS_HOURS =
      insensitive(PLACE + "(?!\\p{L})|" + CLOCK + "|\\d\\s?[ap]m\\b|\\b(?:hours|oriau)\\b");

  private static final Pattern OPEN_STAMP = insensitive(WE_ARE + OPEN_NOW + UNTIL + "[.!]?");

  /** Set off from what stands around it, or said of a place that keeps hours. */
  private static final VolatilePhrase OPEN =
      new VolatilePhrase(
          List.of("open", "closed", "ar agor", "ar gau"),
          "(?:(?<=^|[\\t|·•(\\[:;,–—-]|[.!?] | [–—-] )\\s*"
              + WE_ARE
              + (OPEN_NOW + UNTIL)
              + "|(?<=\\bis |\\bare |[’']re )(?<="
              + PLACE
              + "(?: is | are |[’']re ))(?:(?:open|closed)\\s+"
              + AT_PRESENT
              + "|currently (?:open|closed))"
              + (UNTIL + "|(?<=" + PLACE + " (?:yn )?)ar (?:agor|gau) " + NAWR + UNTIL + ")")
              + "(?=\\s*(?:$|[\\t|·•)\\].!?;,–—]))");

  /** What does not open and close by the clock: "Waiting list: currently closed" is news. */
  private static final Pattern ADMITS =
      insensitive(
          "\\b(?:waiting|lists?|referrals?|applications?|registrations?|bookings?|admissions?"
              + "|enrol\\w*|intake|entries|nominations|submissions|consultations?|surveys?|funds?"
              + "|grants?|schemes?|rounds?|courses?|vacanc\\w+|recruitment|rhestr|h?atgyfeiri\\w+"
              + "|ch?eisiadau|g?cofrestru|ymgynghoriad|arolwg|g?cronfa|g?cwrs)\\b[^.!?|·•]{0,40}$");

  /** What is nothing but a stamp. */
  private static final Pattern STAMP =
      insensitive(
          String.join(
              "|",
              AGO,
              NUMBER
                  + "\\s*(?:(?:page )?views?|page visits|hits|downloads|shares|likes|comments?|reads"
                  + "|replies|reactions|claps|votes|followers|subscribers|plays|impressions)"
                  + "(?:\\s+(?:today|so far|this (?:week|month|year)|in total))?",
              "(?:rated )?[\\d.]+ (?:out of 5|/ ?5)(?: stars)?(?: \\("
                  + NUMBER
                  + " (?:reviews?|ratings?)\\))?",
              NUMBER + "\\s+(?:o )?(?:ymweliadau?|olygon|weithiau|sylwadau?|lawrlwythiadau)",
              "(?:about )?\\d+[- ](?:min|minute)s?(?:[- ]read| to read)",
              "(?:(?:estimated )?reading time|amser darllen):?\\s+(?:about |tua )?"
                  + "\\d+\\s+(?:min|minute|munud)s?",
              "(?:today is|today[’']s date(?: is)?|today|heddiw):?\\s+" + DAY,
              "(?:the (?:time|current time) is(?: now)?|(?:local|server|current) time:?|yr amser yw:?)\\s+"
                  + CLOCK
                  + "[.]?",
              "(?:good (?:morning|afternoon|evening)|bore da|prynhawn da|noswaith dda)\\b"
                  + "(?:,?\\s+(?:and\\s+)?welcome\\b[^.!?]{0,30})?[.!,]?",
              "(?:showing|displaying|dangos)\\s+\\d+(?:\\s*(?:–|-|to|i)\\s*\\d+)?\\s+(?:of|o)\\s+"
                  + NUMBER
                  + "(?:\\s+\\w+)?"));

  /** Stamps stand alone or side by side. */
  private static final String BESIDES = "|·•\t";

  private static final Pattern BESIDE = Pattern.compile("[" + BESIDES + "]");

  /** No stamp has more characters. */
  private static final int LONGEST_STAMP = 100;

  /** Within other text; each is tried only if the text holds one of its words. */
  private static final List<VolatilePhrase> PHRASES =
      List.of(
          new VolatilePhrase(
              List.of(" ago", "yn ôl", "yesterday", "just now"),
              "\\b(?:updated|posted|published|reviewed|modified|edited|uploaded|diweddarwyd"
                  + "|cyhoeddwyd|postiwyd|adolygwyd)(?::|\\s+(?:by|gan)\\b[^.!?:]{1,40}?)?\\s+"
                  + AGO
                  + "(?=\\s*(?:$|[|·•\\t]))"),
          new VolatilePhrase(
              List.of(
                  "generated",
                  "rendered",
                  "loaded",
                  "created",
                  "served",
                  "processed",
                  "built",
                  "produced",
                  "completed",
                  "took",
                  " time: ",
                  " time ",
                  "results in ",
                  "cynhyrchwyd",
                  "llwyth",
                  "crëwyd",
                  "canlyniad"),
              "\\b(?:(?:page|site|results?|search|query|content|y dudalen|tudalen)(?: hon)?(?: was)? )?"
                  + "(?:(?:generated|rendered|loaded|created|served|processed|built|produced"
                  + "|completed|cynhyrchwyd|llwythwyd|crëwyd)(?: y dudalen(?: hon)?)? (?:in|mewn)|took)"
                  + "(?: about| tua)?:? "
                  + TOOK
                  + "|\\b(?:(?:page|server|total|query) )?(?:load|loading|execution|generation|rendering|render"
                  + "|response|processing|query|llwytho) time:? "
                  + TOOK
                  + ("|\\bamser llwytho:? " + TOOK)
                  + ("|\\b\\d[\\d,]* (?:results|canlyniadau?) (?:in|mewn) " + TOOK)),
          new VolatilePhrase(
              List.of("generated", "rendered", "refreshed", "retrieved", "printed", "cynhyrchwyd"),
              "\\b(?:page )?(?:generated|rendered|refreshed|retrieved|printed|cynhyrchwyd)(?: on| at| ar| am)?:?"
                  + " (?:"
                  + (DAY + "|" + CLOCK + "|\\d{4}-\\d{2}-\\d{2}[t ]" + CLOCK + "z?")
                  + ")(?: (?:on|ar) "
                  + DAY
                  + ")?"),
          new VolatilePhrase(
              List.of("queries", "memory"),
              "\\b\\d+ (?:sql |database |db )?queries\\b(?: in "
                  + TOOK
                  + ")?|\\bmemory(?: usage| used)?:? [\\d.,]+ ?[kmg]i?b"),
          new VolatilePhrase(
              List.of(" times", "o weithiau", " gwaith"),
              "\\b(?:has been |have been |was |been )?(?:viewed|read|downloaded|shared|visited|seen|accessed"
                  + "|watched|played|opened|gwelwyd|darllenwyd|lawrlwythwyd|rhannwyd)(?: hyn)?\\s+"
                  + NUMBER
                  + "\\s+(?:times\\b|o weithiau|gwaith)(?!\\s+(?:an?|per|each|every|daily|in|before)\\b)"),
          new VolatilePhrase(
              List.of(
                  "views",
                  "hits",
                  "visits",
                  "visitors",
                  "downloads",
                  "reads",
                  "plays",
                  "ymweliadau",
                  "gwyliadau",
                  "edrychiadau",
                  "lawrlwythiadau"),
              "\\b(?:(?:total|page|unique|video|nifer yr|nifer y|nifer o) )?(?:views|page ?views|hits|reads|plays|gwyliadau|edrychiadau)\\s*[:=]\\s*"
                  + NUMBER
                  + "(?=\\s*(?:$|[\\t|·•)\\],;.–—]))"
                  + "|(?<=^|[\\t|·•(])\\s*(?:visits|downloads|ymweliadau|lawrlwythiadau)\\s*[:=]\\s*\\d[\\d,.]+(?=\\s*(?:$|[\\t|·•)]))"
                  + "|\\b(?:total|page|unique|nifer yr|nifer y|nifer o) (?:visits|visitors|downloads|ymweliadau|lawrlwythiadau)\\s*[:=]\\s*"
                  + NUMBER
                  + "|(?<=^|[\\t|·•(\\[,;–—])\\s*"
                  + NUMBER
                  + "\\s*(?:page )?(?:views|hits|downloads|plays|impressions)"
                  + "(?: (?:so far|today|in total))?(?=\\s*(?:$|[\\t|·•)\\],;.–—]))"),
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
      return masked(text, small, _ -> false);
    }

    boolean mayBeIn(String small) {
      for (String word : words) {
        if (small.contains(word)) {
          return true;
        }
      }
      return false;
    }

    /** {@code stays}: whether a phrase counts after what stands before it. */
    String masked(String text, String small, Predicate<String> stays) {
      return mayBeIn(small)
          ? pattern
              .matcher(text)
              .replaceAll(it ->
                  stays.test(text.substring(0, it.start()))
                      ? Matcher.quoteReplacement(it.group())
                      : MARK)
          : text;
    }
  }

  private VolatilePhrases() {}

  private static Pattern insensitive(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The text with a mark in place of each of them. */
  static String masked(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    String masked = OPEN.masked(text, small, VolatilePhrases::isNews);
    for (VolatilePhrase phrase : PHRASES) {
      masked = phrase.masked(masked, small);
    }
    return eachMasked(masked, OPEN.mayBeIn(small));
  }

  private static String eachMasked(String text, boolean mayBeOpen) {
    if (text.length() > LONGEST_STAMP && text.chars().noneMatch(c -> BESIDES.indexOf(c) >= 0)) {
      return text;
    }
    StringBuilder masked = new StringBuilder();
    int from = 0;
    Matcher beside = BESIDE.matcher(text);
    while (beside.find()) {
      masked.append(stampMasked(text, from, beside.start(), mayBeOpen)).append(beside.group());
      from = beside.end();
    }
    return masked.append(stampMasked(text, from, text.length(), mayBeOpen)).toString();
  }

  private static String stampMasked(String text, int from, int to, boolean mayBeOpen) {
    String stamp = text.substring(from, to).strip();
    boolean open = mayBeOpen && matches(OPEN_STAMP, stamp) && !isNews(text.substring(0, from));
    return open || matches(STAMP, stamp)
        ? text.substring(from, to).replace(stamp, MARK)
        : text.substring(from, to);
  }

  private static boolean matches(Pattern pattern, String stamp) {
    return !stamp.isEmpty() && stamp.length() <= LONGEST_STAMP && pattern.matcher(stamp).matches();
  }

  private static boolean admits(String before) {
    return ADMITS.matcher(before.substring(Math.max(0, before.length() - LONGEST_STAMP))).find();
  }

  /** Whether being open or closed is news after these words: they name nothing that keeps hours. */
  private static boolean isNews(String before) {
    String clause =
        before.substring(
            CLAUSE_ENDS.matcher(before).results().mapToInt(MatchResult::end).max().orElse(0));
    boolean keepsHours = clause.isBlank() || KEEPS_HOURS.matcher(clause).find();
    return !keepsHours || admits(before);
  }
}
