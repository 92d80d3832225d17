package signpost.revision.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.revision.compare.PhoneNumbers.PhoneNumber;

/** The contact details in a text: numbers, mail addresses, postcodes and hours. */
public final class ContactDetails {
  private static final String CLOCK = "\\d{1,2}(?:[:.]\\d{2})?";
  private static final String OF_24 = "\\d{1,2}:\\d{2}";
  private static final String HALF =
      "(?:a\\.?m\\b|p\\.?m\\b|y\\.?b\\b|y\\.?p\\b|o'r gloch|y bore|y prynhawn|yr hwyr)";
  private static final String UNTIL = " ?(?:-|–|—|to|until|till|and|i|tan|hyd|a) ?";

  /** Times of day, whatever they are for. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?=\\d)(?:("
              + CLOCK
              + ") ?("
              + HALF
              + ")|("
              + CLOCK
              + ")(?="
              + UNTIL
              + CLOCK
              + " ?"
              + HALF
              + (")|(" + OF_24 + ")(?=" + UNTIL + OF_24 + "(?![\\d:]))")
              + ("|(?<=" + OF_24 + UNTIL + ")(" + OF_24 + ")(?![\\d:])")
              + "|24 ?/ ?7\\b|24[ -]hours? a day|24 hours,? 7 days|24 awr y dydd)");

  private static final String HOUR =
      "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

  private static final String AWR =
      "(?:un ar ddeg|un|~dau|~tri|~pedwar|~pump|chwech|saith|wyth|naw|~deg|~deuddeg)";

  /** The same in words: "half past nine", "naw o'r gloch". */
  private static final Pattern WORDED =
      WelshMutations.pattern(
          "(?<!\\p{L})(?:(?:half past|(?:a )?quarter (?:past|to)|(?:five|ten|twenty|twenty-five) (?:past|to)) "
              + HOUR
              + ("|(?:" + HOUR + "|\\d{1,2}) o['’]clock")
              + "|(?:hanner awr wedi|chwarter (?:wedi|i)|(?:pum|deng|ugain) munud (?:wedi|i)) "
              + AWR
              + ("|" + AWR + " o['’]r gloch)(?!\\p{L})"));

  private static final Pattern ALWAYS =
      Pattern.compile("\\b(?:round the clock|day and night|ddydd a nos|rownd y cloc)\\b");

  private static final Pattern EMAIL =
      Pattern.compile("(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]{1,63}\\.[\\w.]{1,99}");

  private static final Pattern POSTCODE =
      Pattern.compile("\\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2}\\b");

  /** Where one of these stands, days and plain times are opening hours. */
  private static final Pattern OPENING =
      WelshMutations.pattern(
          "\\b(?:open(?:s|ing)?|closed|closes|helplines?|phone ?lines?|lines are|drop-in"
              + "|(?:office|business|surgery|clinic|reception) (?:hours|times)|hours(?= ?:| are)"
              + "|(?:ar )?agor|ar gau|oriau|~llinell(?:au)? (?:~cymorth|ffôn))\\b");

  /** "0900-1700", and "open 9-5". */
  private static final String RANGE =
      "(?:0\\d|1[0-8])[0-5]\\d ?(?:-|–|to|tan) ?[0-2]\\d[0-5]\\d"
          + "|(?<=\\b(?:opens?|hours:?|agor:?) )\\d{1,2} ?(?:-|–|to|tan) ?\\d{1,2}"
          + "(?! ?(?:year|yr|oed|month|week))";

  private static final Pattern OPEN_AT =
      WelshMutations.pattern(
          "\\b(?:(?:(?:~dydd|nos) )?(~llun|~mawrth|~mercher|iau|~gwener|sadwrn|sul)\\b"
              + "|(mon|tue|wed|thu|fri|sat|sun)(?:s|sday|nesday|r|rs|rsday|urday|day)?s?\\b"
              + "|(\\d{1,2}:\\d{2})\\b|("
              + RANGE
              + ")\\b|(?:(?:12 )?noon|midday|midnight|canol dydd|hanner dydd|hanner nos|every day|daily"
              + "|bob dydd|weekdays|weekends?|(?:dros y )?~penwythnos(?:au)?|bank holidays?"
              + "|~gŵyl y banc|(?:7|seven) days a week|saith ~diwrnod yr wythnos)\\b)");

  /** Without one of these there is nothing to find, and most passages have none. */
  private static final Pattern TELLING =
      Pattern.compile(
          "open|close|line|drop-in|agor|oriau|llinell|ar gau|clock|y cloc|gloch| past "
              + "|quarter to| awr wedi|chwarter |and night|a nos");

  private static final Pattern HOURS =
      Pattern.compile("hour|times|phone|text|option|[ap]\\.?m\\b|y[bp]\\b");

  private static final Pattern AFTERNOON = Pattern.compile("p\\.?m|y\\.?p|y prynhawn|yr hwyr");

  private static final String NEVER_CLOSED = "always";

  private ContactDetails() {}

  /** What a detail is for. */
  public enum ContactKind {
    PHONE,
    TEXT,
    MAIL,
    POSTCODE,
    HOURS
  }

  /** One detail as written, and in a spelling in which the same details are equal. */
  public record ContactDetail(ContactKind kind, String written, String plain) {}

  /**
   * Returns whether words may belong to a contact detail, or may turn words beside them into one.
   */
  static boolean mayBeIn(String words) {
    String small = words.toLowerCase(Locale.ROOT);
    return words.indexOf('@') >= 0
        || words.chars().anyMatch(c -> c >= '0' && c <= '9')
        || TELLING.matcher(small).find()
        || OPEN_AT.matcher(small).find()
        || HOURS.matcher(small).find();
  }

  /** By kind, and in the order of the text; nothing but postcodes keeps its capitals. */
  public static List<ContactDetail> in(String text) {
    String lower = text.toLowerCase(Locale.UK);
    boolean digits = WrittenDates.hasDigit(lower);
    if (!digits && text.indexOf('@') < 0 && !TELLING.matcher(lower).find()) {
      return List.of();
    }
    List<ContactDetail> all = new ArrayList<>();
    String undated = WrittenDates.without(lower);
    if (digits) {
      PhoneNumbers.in(undated).forEach(number -> all.add(detail(number)));
      postcodes(text, all);
    }
    if (text.indexOf('@') >= 0) {
      mails(undated, all);
    }
    hours(undated, all);
    return all;
  }

  private static ContactDetail detail(PhoneNumber number) {
    ContactKind kind = number.texted() ? ContactKind.TEXT : ContactKind.PHONE;
    return new ContactDetail(kind, number.written(), number.plain());
  }

  private static void mails(String text, List<ContactDetail> all) {
    Matcher matcher = EMAIL.matcher(text);
    while (matcher.find()) {
      String address = matcher.group().replaceFirst("\\.$", "");
      all.add(new ContactDetail(ContactKind.MAIL, address, address));
    }
  }

  private static void postcodes(String text, List<ContactDetail> all) {
    Matcher matcher = POSTCODE.matcher(text);
    while (matcher.find()) {
      all.add(
          new ContactDetail(
              ContactKind.POSTCODE, matcher.group(), matcher.group().replace(" ", "")));
    }
  }

  private static void hours(String text, List<ContactDetail> all) {
    Matcher always = ALWAYS.matcher(text);
    while (always.find()) {
      all.add(new ContactDetail(ContactKind.HOURS, always.group(), NEVER_CLOSED));
    }
    Matcher worded = WORDED.matcher(text);
    while (worded.find()) {
      all.add(new ContactDetail(ContactKind.HOURS, worded.group(), worded.group()));
    }
    String rest = WrittenDates.hasDigit(text) ? withoutTimes(text, all) : text;
    if (OPENING.matcher(text).find()) {
      Matcher at = OPEN_AT.matcher(rest);
      while (at.find()) {
        all.add(new ContactDetail(ContactKind.HOURS, at.group(), openAt(at)));
      }
    }
  }

  private static String withoutTimes(String text, List<ContactDetail> all) {
    Matcher time = TIME.matcher(text);
    StringBuilder rest = new StringBuilder();
    while (time.find()) {
      all.add(new ContactDetail(ContactKind.HOURS, time.group(), plain(time)));
      time.appendReplacement(rest, " ");
    }
    return time.appendTail(rest).toString();
  }

  private static String plain(Matcher time) {
    if (time.group(3) != null) {
      return clock(time.group(3), false);
    }
    for (int group = 4; group <= 5; group++) { // either end of "08:30–17:00"
      if (time.group(group) != null) {
        return clock(time.group(group), false);
      }
    }
    return time.group(1) == null
        ? NEVER_CLOSED
        : clock(time.group(1), AFTERNOON.matcher(time.group(2)).matches());
  }

  private static String openAt(Matcher at) {
    if (at.group(3) != null) {
      return clock(at.group(3), false);
    }
    if (at.group(4) != null) {
      return at.group(4).replaceAll("[^0-9]+", "-");
    }
    String day = at.group(1) != null ? at.group(1) : at.group(2);
    return day != null ? day : at.group();
  }

  private static String clock(String written, boolean afternoon) {
    String[] parts = written.split("[:.]", -1);
    int hour = Integer.parseInt(parts[0]);
    int later = afternoon && hour < 12 ? hour + 12 : hour;
    return later + ":" + (parts.length > 1 ? parts[1] : "00");
  }
}
