package signpost.web.extract;

import java.util.Optional;
import signpost.url.WebUrl;

/**
 * A link in a page's readable part.
 *
 * @param url where it leads, fragment included; for a number or a mail address {@link
 *     ContactUrl#url}
 * @param text its words (for an image, its alternative text); may be empty
 * @param heading the nearest heading above it; may be empty
 * @param fragment the fragment of the URL, as written
 */
public record Outlink(WebUrl url, String text, String heading, Optional<String> fragment) {

  /** Where it leads, without what changes from visit to visit: fragment, tracking, session ids. */
  public String identity() {
    return Fingerprint.identity(url);
  }

  /** Where an address leads, by what a reader would take for one: see {@link #place(String)}. */
  public static String place(WebUrl url) {
    return place(url.withoutFragment().href());
  }

  /** The same for identities a reader would take for one: http and https, "www.", a slash. */
  public static String place(String identity) {
    return Fingerprint.place(identity);
  }
}
