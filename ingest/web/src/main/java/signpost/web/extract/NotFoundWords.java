package signpost.web.extract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What sites say, in English and Welsh, in place of a page that they do not have. Pure. */
public final class NotFoundWords {
  private static final Pattern BETWEEN = Pattern.compile("\\s+[-–—|·•»:]+\\s+|\\s*[|»]\\s*");

  /** Whole segments of a title or a first heading, bare of marks. */
  private static final Set<String> SEGMENTS =
      Set.of(
          "404",
          "error 404",
          "404 error",
          "http 404",
          "404 not found",
          "404 page not found",
          "page not found",
          "page not found 404",
          "page cannot be found",
          "page could not be found",
          "the page cannot be found",
          "page does not exist",
          "page doesnt exist",
          "sorry page not found",
          "oops page not found",
          "file not found",
          "tudalen heb ei chanfod",
          "tudalen heb ei ddarganfod",
          "ni chanfuwyd y dudalen");

  private static final Pattern PHRASES =
      Pattern.compile(
          "(?i)the page you(?:[’']re looking for| are looking for| requested| were looking for| tried to (?:open|reach))"
              + " (?:could not be found|cannot be found|was not found|does(?:n[’']t| not) exist"
              + "|no longer exists|is no longer available|has been (?:moved|removed) or)"
              + "|(?:sorry,? )?we (?:can[’']?t|cannot|couldn[’']t|could not) find"
              + " (?:that|this|the) page"
              + "|ni (?:allwn|allem) ddod o hyd i[’']r dudalen");

  private NotFoundWords() {}

  /** Whether a title, or one of the parts that marks divide it into, is nothing else. */
  public static boolean areIn(String title) {
    return Arrays.stream(BETWEEN.split(title, -1))
        .map(NotFoundWords::bare)
        .anyMatch(SEGMENTS::contains);
  }

  /** The same of a heading, which is not divided. */
  public static boolean are(String heading) {
    return SEGMENTS.contains(bare(heading));
  }

  /** Whether a text says so in a sentence. */
  public static boolean spokenIn(String text) {
    return PHRASES.matcher(text).find();
  }

  private static String bare(String segment) {
    return segment
        .toLowerCase(Locale.UK)
        .replaceAll("[’']", "")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
