package signpost.revision.noise;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells how many stars readers gave, which moves by itself, from what an inspector found, which is
 * news: "Food hygiene rating: 2 out of 5".
 */
final class StarRating {
  private static final Pattern STARS =
      VolatilePhrase.insensitive(
          "(?:rated |sgôr:? )?[\\d.]+ (?:(?:out of|allan o) 5|/ ?5)(?: stars| seren)?"
              + "(?: \\(\\d[\\d,.]*\\s?[km]? (?:reviews?|ratings?|adolygiad(?:au)?)\\))?");

  /** Who inspects, and what; English and Welsh. */
  private static final Pattern INSPECTED =
      VolatilePhrase.insensitive(
          "(?<!\\p{L})(?:(?:food )?hygiene|fhrs|inspect\\p{L}*|regulat\\p{L}*|cqc|care quality"
              + "|ofsted|estyn|hiw|ciw|agic|agc|ofqual|social housing|safety rating"
              + "|~hylendid|arolyg(?:u|wyr|iaeth|iad)\\p{L}*|~rheolei\\p{L}*)(?!\\p{L})");

  private StarRating() {}

  /**
   * @param stamp a part of the text
   * @param headings what the text stands under
   */
  static boolean passes(String stamp, String text, List<String> headings) {
    return STARS.matcher(stamp).matches()
        && !INSPECTED.matcher(text).find()
        && headings.stream().noneMatch(heading -> INSPECTED.matcher(heading).find());
  }
}
