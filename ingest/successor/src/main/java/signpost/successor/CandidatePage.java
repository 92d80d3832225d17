package signpost.successor;

import java.util.Objects;
import java.util.Optional;
import signpost.url.WebUrl;
import signpost.web.extract.ReadablePage;

/**
 * A page that may be the successor, as it was read.
 *
 * @param url where it answered, after redirects
 * @param stated how the publisher names it as what took the old page's place, if it does
 * @param listed where it is listed as the old one was, if it is
 */
public record CandidatePage(
    WebUrl url, ReadablePage page, Optional<String> stated, Optional<String> listed) {
  public CandidatePage {
    Objects.requireNonNull(stated, "stated");
    Objects.requireNonNull(listed, "listed");
  }
}
