package signpost.web.extract;

import java.util.Objects;
import signpost.url.WebUrl;

/** The same page in another language, as the page itself says; {@code language} a BCP 47 tag. */
public record Translation(String language, WebUrl url) {
  public Translation {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(url, "url");
  }
}
