package signpost.web.extract;

import java.util.regex.Pattern;
import signpost.url.WebUrl;

/**
 * Pages that lead on to others and say little themselves. Their words change all the time; where
 * they lead does not.
 */
public final class LandingPage {
  /** The front of a site, or of its part in one language. */
  private static final Pattern FRONT =
      Pattern.compile(
          "/(?:[a-z]{2}(?:-[a-z]{2})?/?)?(?:(?:index|home|default)(?:\\.\\w{2,5})?/?)?");

  /** From so many characters on a block is there to be read. */
  private static final int PROSE = 100;

  private LandingPage() {}

  /** Whether it is a site's front, and less than half of its text is there to be read. */
  public static boolean is(WebUrl url, ReadablePage page) {
    return isFront(url) && 2 * prose(page) < page.length();
  }

  public static boolean isFront(WebUrl url) {
    return FRONT.matcher(url.path()).matches();
  }

  private static int prose(ReadablePage page) {
    return page.blocks().stream()
        .filter(block -> block.kind() != TextBlock.BlockKind.HEADING)
        .mapToInt(block -> block.text().length())
        .filter(length -> length >= PROSE)
        .sum();
  }
}
