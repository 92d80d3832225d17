package signpost.ingest.extract;

import java.util.Optional;
import signpost.events.WebUrl;

/**
 * A link in a page's readable part.
 *
 * @param url where it leads, fragment included
 * @param text its words (for an image, its alternative text); may be empty
 * @param heading the nearest heading above it; may be empty
 * @param fragment the fragment of the URL, as written
 */
public record Outlink(WebUrl url, String text, String heading, Optional<String> fragment) {

  /** Where it leads, without what changes from visit to visit: fragment, tracking, session ids. */
  public String identity() {
    return Fingerprint.identity(url);
  }
}
