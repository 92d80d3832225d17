package signpost.revision.noise;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Says whether words tell no more than whether a place is open now, English and Welsh. Of what
 * people are let in to it is news: "Referrals: closed now", or "Closed now" under that heading.
 */
final class OpenNow {
  private static final String OF_DAY =
      VolatilePhrases.CLOCK
          + "|\\d{1,2}\\s?[ap]\\.?m\\b\\.?|noon|midday|midnight|hanner (?:dydd|nos)";

  private static final String TIME = "(?:" + OF_DAY + ")";

  /** A time of day, or a day of the week: no date, season or end. */
  private static final String WHEN =
      "(?:(?:at |on |again |next |am |ar |yfory|tomorrow|ddydd |dydd )*(?:"
          + OF_DAY
          + "|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
          + "|tomorrow|yfory|llun|mawrth|mercher|iau|gwener|sadwrn|sul)(?!\\p{L})[ ,]*){1,4}";

  private static final String UP_TO = "\\s?(?:-|–|—|to|until|till|tan|i|hyd)\\s?";

  /** Until when it is so today; without a day, "closes at 5pm" are hours. */
  private static final String TODAY =
      "(?:(?:(?:(?:re-?)?open(?:s|ing)?|clos(?:e|es|ing))(?: until| till| from)?|yn (?:agor|cau)|ar agor tan)"
          + "\\s+(?:(?:at|am)\\s+)?"
          + TIME
          + "\\s+(?:today|tonight|tomorrow|heddiw|heno|yfory)(?!\\p{L})"
          + "|(?:opens|closes|opening|closing)\\s+in\\s+(?:about )?\\d+\\s+(?:minutes?|mins?|hours?|hrs?)\\b"
          + "|yn (?:agor|cau) ymhen \\d+ (?:munud|awr)\\b)";

  /** What today's hours are. */
  private static final String TODAYS =
      "(?:today(?:[’']s (?:opening )?(?:hours|times))?|(?:oriau )?heddiw):?\\s+(?:(?:open|closed|ar (?:agor|gau)):?\\s*)?"
          + "(?:(?:from |o )?"
          + TIME
          + UP_TO
          + TIME
          + "|(?<=closed|ar gau|closed |ar gau ))";

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
          + "|(?:live |web ?)?chat|museum|pool|gym|practice|bank|park|swyddfa|swyddfeydd|~llyfrgell"
          + "|~llyfrgelloedd|~canolfan|~canolfannau|siop(?:au)?|~llinell gymorth|~llinell(?:au)?"
          + "|~meddygfa|~meddygfeydd|fferyllfa|fferyllfeydd|~caffi(?:s|au)?|~derbynfa|hwb|~clinig(?:au)?"
          + "|~cangen|amgueddfa|~pwll nofio|~campfa|~banc|~parc|~desg)";

  private static final Pattern CLAUSE_ENDS = Pattern.compile("[.!?|·•]+(?=\\s|$)|[|·•]");

  /** A place, or its hours. */
  private static final Pattern KEEPS_HOURS =
      VolatilePhrase.insensitive(
          PLACE + "(?!\\p{L})|" + VolatilePhrases.CLOCK + "|\\d\\s?[ap]m\\b|\\b(?:hours|oriau)\\b");

  private static final Pattern STAMP =
      VolatilePhrase.insensitive(
          WE_ARE + "(?:" + OPEN_NOW + UNTIL + "|" + TODAY + "|" + TODAYS + ")[.!]?");

  /** Set off from what stands around it, or said of a place that keeps hours. */
  private static final VolatilePhrase PHRASE =
      new VolatilePhrase(
          List.of("open", "clos", " agor", " gau", " cau", "today", "heddiw"),
          "(?:(?<=^|[\\t|·•(\\[:;,–—-]|[.!?] | [–—-] )\\s*"
              + WE_ARE
              + ("(?:" + OPEN_NOW + UNTIL + "|" + TODAY + ")")
              + ("|(?<=" + PLACE + " (?:is |are )?)" + TODAY)
              + "|(?<=\\bis |\\bare |[’']re )(?<="
              + PLACE
              + "(?: is | are |[’']re ))(?:(?:open|closed)\\s+"
              + AT_PRESENT
              + "|currently (?:open|closed))"
              + (UNTIL + "|(?<=" + PLACE + " (?:yn )?)ar (?:agor|gau) " + NAWR + UNTIL + ")")
              + "(?=\\s*(?:$|[\\t|·•)\\].!?;,–—]))");

  /** What does not open and close by the clock: "Waiting list: currently closed" is news. */
  private static final Pattern ADMITS =
      VolatilePhrase.insensitive(
          "\\b(?:waiting|lists?|referrals?|refer(?:ring)?|applications?|apply(?:ing)?|registrations?"
              + "|bookings?|admissions?|join(?:ing)?|sign(?:ing)?[ -]up|membership|places|new patients"
              + "|enrol\\w*|intake|entries|nominations|submissions|consultations?|surveys?|funds?"
              + "|grants?|schemes?|programmes?|rounds?|courses?|register|vacanc\\w+|recruitment"
              + "|~rhestr(?:au|i)?|h?atgyfeiri\\w*|~cais|~ceisiadau|~cofrestr\\w*|ymgynghoriad(?:au)?"
              + "|arolwg|arolygon|~cronfa|~cronfeydd|~cwrs|~cyrsiau|~cynllun(?:iau)?|~rhaglen(?:ni)?"
              + "|~grant(?:iau)?|~lleoedd|~llefydd|~bwcio|archebion|archebu|enwebiadau|aelodaeth"
              + "|~cleifion newydd|~derbyniadau|swyddi)\\b[^.!?|·•]{0,40}$");

  /** More characters than these before a phrase say nothing of it. */
  private static final int NEAR = 100;

  private final List<String> headings;
  private final boolean mayBe;

  /**
   * @param headings what a text stands under, outermost first
   * @param small the text, in small letters
   */
  OpenNow(List<String> headings, String small) {
    this.headings = headings;
    this.mayBe = PHRASE.mayBeIn(small);
  }

  String masked(String text) {
    return mayBe ? PHRASE.masked(text, this::isNews) : text;
  }

  /** Whether a part of the text is nothing else, after what stands before it. */
  boolean is(String stamp, String before) {
    return mayBe && STAMP.matcher(stamp).matches() && !isNews(before);
  }

  /**
   * Whether it is news after these words: they name nothing that keeps hours, or they or the
   * headings name what does not open and close by the clock.
   */
  private boolean isNews(String before) {
    String clause =
        before.substring(
            CLAUSE_ENDS.matcher(before).results().mapToInt(MatchResult::end).max().orElse(0));
    return clause.isBlank() ? isHeadedByNews() || admits(before) : isNewsOf(clause, before);
  }

  /** The innermost heading decides that says either. */
  private boolean isHeadedByNews() {
    return headings.reversed().stream()
        .filter(heading -> admits(heading) || KEEPS_HOURS.matcher(heading).find())
        .findFirst()
        .filter(OpenNow::admits)
        .isPresent();
  }

  private static boolean isNewsOf(String clause, String before) {
    return !KEEPS_HOURS.matcher(clause).find() || admits(before);
  }

  private static boolean admits(String before) {
    return ADMITS.matcher(before.substring(Math.max(0, before.length() - NEAR))).find();
  }
}
