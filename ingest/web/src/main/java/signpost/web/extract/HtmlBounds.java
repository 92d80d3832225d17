package signpost.web.extract;

import java.util.Optional;

/** How much HTML is taken: more becomes a tree that fills the memory. */
public final class HtmlBounds {
  private static final int LONGEST = 10 * 1024 * 1024;

  /** Unclosed tags are opened again in each paragraph: a few bytes may become a tree of 1 GB. */
  private static final int MOST_TAGS = 200_000;

  private HtmlBounds() {}

  /** What is too much of a page that is not parsed yet: its bytes or its tags. */
  public static Optional<String> exceeded(String html) {
    return exceeded(html.length()).or(() -> exceeded(tags(html), "tags", MOST_TAGS));
  }

  /** The same of its bytes alone. */
  static Optional<String> exceeded(int bytes) {
    return exceeded(bytes, "bytes of HTML", LONGEST);
  }

  private static Optional<String> exceeded(int count, String what, int most) {
    return count > most ? Optional.of(count + " " + what + "; we take " + most) : Optional.empty();
  }

  private static int tags(String html) {
    int tags = 0;
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      tags++;
    }
    return tags;
  }
}
