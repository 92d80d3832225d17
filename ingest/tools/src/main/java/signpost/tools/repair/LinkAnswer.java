package signpost.tools.repair;

import java.util.Optional;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;

/**
 * What an owner wants done with the links to one address.
 *
 * @param target with a fragment: only links to this place of the page are meant
 * @param with what to write instead; there is one if, and only if, it is to be replaced
 * @param by who answered; may be empty
 * @param at when, as it was given; may be empty
 */
public record LinkAnswer(
    WebUrl target, LinkAnswerKind kind, Optional<WebUrl> with, String by, String at) {
  /** What can be answered. */
  public enum LinkAnswerKind {
    REPLACE,
    REMOVE,
    KEEP
  }

  public LinkAnswer {
    if (with.isPresent() != (kind == LinkAnswerKind.REPLACE)) {
      throw new IllegalArgumentException("Only a replacement says with what.");
    }
  }

  /** The identity of the page, and of the place in it if one is named. */
  static String key(WebUrl url) {
    return CanonicalUrl.identity(url) + url.fragment().map(it -> "#" + it).orElse("");
  }

  boolean sameAs(LinkAnswer other) {
    return kind == other.kind && with.map(WebUrl::href).equals(other.with.map(WebUrl::href));
  }

  LinkAnswer leadingTo(LinkAnswer end) {
    return new LinkAnswer(target, end.kind, end.with, by, at);
  }
}
