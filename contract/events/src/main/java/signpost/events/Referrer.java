package signpost.events;

import java.util.Objects;
import signpost.url.CanonicalUrl;

/** A page that links to a target: with which words, under which heading (empty where none). */
public record Referrer(CanonicalUrl page, String text, String heading) {
  public Referrer {
    Objects.requireNonNull(page, "page");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(heading, "heading");
  }
}
