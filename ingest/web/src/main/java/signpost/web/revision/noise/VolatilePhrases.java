package signpost.web.revision.noise;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The phrases that change by themselves, English and Welsh. Whether a place is open now, how long a
 * page took to make and how often it was seen pass wherever they stand, in a cell or within a
 * sentence; other stamps count only alone or side by side.
 */
final class VolatilePhrases {
  private static final String NUMBER = "\\d[\\d,.]*\\s?[km]?";
  private static final String AGO =
      "(?:(?:\\d+|an?|one|a few)\\s+(?:second|sec|minute|min|hour|hr|day|week|month|year)s?\\s+ago"
          + "|\\d+\\s+(?:eiliad|munud|awr|dd?iwrnod|wythnos|mis|fis|f?blynedd|flynedd)\\s+yn\\s+ôl"
          + "|yesterday|just now|ddoe)";
  static final String CLOCK = "\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:\\s?[ap]m)?";
  private static final String DAY =
      "(?:\\p{L}{3,12},?\\s+)?\\d{1,2}(?:st|nd|rd|th)?\\s+\\p{L}{3,12},?\\s+\\d{4}"
          + ("(?:,?\\s+(?:at\\s+|am\\s+)?" + CLOCK + ")?");

  /** Seconds and their parts, as a machine counts them. */
  private static final String TOOK =
      "\\d+(?:[.,]\\d+)?\\s?(?:s|ms|µs|secs?|seconds?|milliseconds?|microseconds?|eiliad(?:au)?)\\b";

  /** What is nothing but a stamp. */
  private static final Pattern STAMP =
      VolatilePhrase.insensitive(
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
              "(?:about )?\\d+[- ](?:min|minute)s? to read",
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
              List.of("read", "darllen"),
              "\\b(?:(?:estimated |average |approximate )?(?:reading|read) time|amser darllen)\\s?[:–-]?\\s*"
                  + "(?:about |tua |approx\\.? |~ ?|< ?)?\\d+\\s?(?:min(?:ute)?s?|munud(?:au)?)\\b"
                  + "|\\b\\d+[- ]?min(?:ute)?s?[- ]read\\b|\\b\\d+ munud o ddarllen\\b"),
          new VolatilePhrase(
              List.of(" ago", "yn ôl", "yesterday", "just now", "ddoe"),
              "(?<!\\b(?:you|were|was|they|who) )\\b(?:last (?:updated|checked|refreshed|reviewed|modified|edited|seen|synced|active|tested)"
                  + "|(?:diweddarwyd|gwiriwyd|adolygwyd|newidiwyd) ddiwethaf):?\\s+"
                  + AGO
                  + "|\\b(?:updated|checked|refreshed|posted|published|reviewed|modified|edited|uploaded|diweddarwyd"
                  + "|cyhoeddwyd|postiwyd|adolygwyd)(?::|\\s+(?:by|gan)\\b[^.!?:]{1,40}?)?\\s+"
                  + AGO
                  + "(?=\\s*(?:$|[|·•\\t)\\]]))"),
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
              "(?<!\\b(?:can|may|must|could|should|will|to) be )\\b(?:has been |have been |was |been )?(?:viewed|read|downloaded|shared|visited|seen|accessed"
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
              List.of(
                  "viewed",
                  "read",
                  "seen",
                  "visited",
                  "downloaded",
                  "shared",
                  " had ",
                  "online",
                  "viewing",
                  "o bobl",
                  "weithiau",
                  "gwaith"),
              "\\b(?:viewed|read|seen|visited|downloaded|shared|watched) by\\s+"
                  + NUMBER
                  + "\\s+(?:people|users|visitors|readers|others)\\b"
                  + "|\\b"
                  + NUMBER
                  + "\\s+(?:people|users|visitors|readers|others)\\s+(?:have )?(?:viewed|read|seen|visited|downloaded|liked"
                  + "|shared|watched)\\s+(?:this|it)\\b(?: (?:page|article|guide|post|video))?"
                  + "|\\b(?:had|received|got)\\s+"
                  + NUMBER
                  + "\\s+(?:page )?(?:views|hits)\\b"
                  + "|\\b(?:users|visitors|people|guests|members) (?:currently )?(?:online|viewing|browsing)(?: now)?:?\\s+"
                  + NUMBER
                  + "|\\b"
                  + NUMBER
                  + "\\s+o bobl\\s+(?:yn (?:edrych ar|darllen|gwylio)|wedi (?:gweld|darllen|edrych ar))"
                  + "(?:\\s+(?:y|yr|ar y) (?:dudalen|erthygl|canllaw))?(?:\\s+hon| hwn)?(?:\\s+(?:nawr|ar hyn o bryd))?"
                  + "|wedi(?:[’']i| ei) (?:g?weld|ddarllen|darllen|lawrlwytho|rannu)\\s+"
                  + NUMBER
                  + "\\s+(?:o weithiau|gwaith)"),
          new VolatilePhrase(
              List.of("visitor "), "\\bvisitor (?:number|no\\.?|count):?\\s*" + NUMBER),
          new VolatilePhrase(
              List.of(" found this"),
              "\\b" + NUMBER + "\\s+(?:people|readers|users)\\s+(?:have )?found\\s+this\\s+\\w+"));

  private VolatilePhrases() {}

  /**
   * The text with a mark in place of each of them.
   *
   * @param heading what the text stands under, which says what is open or closed now
   */
  static String masked(String text, String heading) {
    String small = text.toLowerCase(Locale.ROOT);
    OpenNow open = new OpenNow(heading, small);
    String masked = open.masked(text);
    for (VolatilePhrase phrase : PHRASES) {
      masked = phrase.masked(masked, small);
    }
    return eachMasked(masked, open);
  }

  private static String eachMasked(String text, OpenNow open) {
    if (text.length() > LONGEST_STAMP && text.chars().noneMatch(c -> BESIDES.indexOf(c) >= 0)) {
      return text;
    }
    StringBuilder masked = new StringBuilder();
    int from = 0;
    Matcher beside = BESIDE.matcher(text);
    while (beside.find()) {
      masked.append(stampMasked(text, from, beside.start(), open)).append(beside.group());
      from = beside.end();
    }
    return masked.append(stampMasked(text, from, text.length(), open)).toString();
  }

  private static String stampMasked(String text, int from, int to, OpenNow open) {
    String stamp = text.substring(from, to).strip();
    boolean passes =
        isStamp(stamp)
            && (open.is(stamp, text.substring(0, from)) || STAMP.matcher(stamp).matches());
    return passes
        ? text.substring(from, to).replace(stamp, VolatilePhrase.MARK)
        : text.substring(from, to);
  }

  private static boolean isStamp(String text) {
    return !text.isEmpty() && text.length() <= LONGEST_STAMP;
  }
}
