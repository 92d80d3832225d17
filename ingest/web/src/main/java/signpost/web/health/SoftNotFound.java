package signpost.web.health;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import signpost.url.WebUrl;
import signpost.web.extract.NotFoundWords;
import signpost.web.extract.ReadablePage;
import signpost.web.extract.TextBlock;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.health.Expectation.NotFoundAnswer;

/** Whether a page that answers 200 is the site's "not found" page. Pure. */
public final class SoftNotFound {
  private static final double SAME = 0.95;

  /** Shells that scripts fill are alike everywhere; so few words prove nothing. */
  private static final int SHELL = 250;

  /** On a longer page such words are about something else, as in a changelog. */
  private static final int SHORT = 1_200;

  private SoftNotFound() {}

  /** By the page's own words, and by what its server says of an address that cannot exist. */
  static boolean shows(Answered answer, ReadablePage page, Expectation expected) {
    boolean says = says(page);
    return expected
        .notFound()
        .map(it -> it.found() ? alike(answer, page, it, says) : says && wasOtherwise(expected))
        .orElseGet(
            () -> says && (wasOtherwise(expected) || !isAbout(answer.requested(), expected)));
  }

  /** Whether a page calls itself missing. */
  public static boolean says(ReadablePage page) {
    return NotFoundWords.areIn(page.title())
        || page.blocks().stream()
            .filter(it -> it.kind() == TextBlock.BlockKind.HEADING)
            .limit(1)
            .anyMatch(it -> NotFoundWords.are(it.text()))
        || (page.length() <= SHORT && NotFoundWords.spokenIn(page.text()));
  }

  /** It did not call itself missing when it was well. */
  private static boolean wasOtherwise(Expectation expected) {
    return expected
        .identity()
        .filter(it -> it.titles().stream().noneMatch(NotFoundWords::areIn))
        .isPresent();
  }

  /** Pages about missing pages are there. */
  private static boolean isAbout(WebUrl url, Expectation expected) {
    return Stream.concat(Stream.of(url.path()), expected.names().stream())
        .map(it -> it.toLowerCase(Locale.ROOT))
        .anyMatch(it -> it.contains("404") || it.matches(".*not.?found.*"));
  }

  private static boolean alike(
      Answered answer, ReadablePage page, NotFoundAnswer notFound, boolean says) {
    String here = answer.finalUrl().withoutFragment().href();
    boolean led = !here.equals(answer.requested().withoutFragment().href());
    boolean sameEnd = led && here.equals(notFound.finalUrl());
    boolean enough = says || page.length() >= SHELL;
    return sameEnd || (enough && similarity(page.text(), notFound.text()) >= SAME);
  }

  /** Twice the words they share by all their words (Sørensen and Dice). */
  public static double similarity(String one, String other) {
    Map<String, Integer> words = new HashMap<>();
    List<String> left = words(one);
    List<String> right = words(other);
    left.forEach(word -> words.merge(word, 1, Integer::sum));
    int shared = 0;
    for (String word : right) {
      Integer there = words.get(word);
      if (there != null && there > 0) {
        words.put(word, there - 1);
        shared++;
      }
    }
    int all = left.size() + right.size();
    return all == 0 ? 0 : 2.0 * shared / all;
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
