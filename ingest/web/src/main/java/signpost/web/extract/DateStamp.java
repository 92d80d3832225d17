package signpost.web.extract;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what only says when a page was published, or how long it takes to read, from its words. */
final class DateStamp {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final int LONGEST = 200;

  private static final Set<String> OWN =
      words(
          "first last originally published updated reviewed modified edited amended changed checked"
              + " issued created posted added revised date dated publication review update change"
              + " next due version edition page content document this was is on at from since to and"
              + " of the in a an min mins minute minutes read reading time hour hours day days week"
              + " weeks month months year years ago today yesterday just now am pm gmt bst utc st nd"
              + " rd th"
              + " cyhoeddwyd diweddarwyd adolygwyd diweddariad dyddiad diwethaf cyntaf ar gyntaf ei"
              + " y yn heddiw ddoe munud wythnos mis ôl");

  private static final Set<String> DAYS_AND_MONTHS =
      words(
          "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs"
              + " fri sat sun january february march april may june july august september october"
              + " november december jan feb mar apr jun jul aug sep sept oct nov dec"
              + " dydd llun mawrth mercher iau gwener sadwrn sul ionawr chwefror ebrill mai mehefin"
              + " gorffennaf awst medi hydref tachwedd rhagfyr");

  private DateStamp() {}

  private static Set<String> words(String text) {
    return Set.of(text.split(" "));
  }

  /** Whether a text holds nothing else, and says a number at all. */
  static boolean only(String text) {
    if (text.length() > LONGEST || text.chars().noneMatch(Character::isDigit)) {
      return false;
    }
    Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (word.find()) {
      if (!OWN.contains(word.group()) && !DAYS_AND_MONTHS.contains(word.group())) {
        return false;
      }
    }
    return true;
  }
}
