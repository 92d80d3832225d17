package signpost.web.guide;

import java.util.Objects;
import java.util.Optional;

/**
 * What stood at an address when it was last visited.
 *
 * @param title of the page that was read there; empty where none was
 * @param trouble why nothing could be read, in a sentence
 */
public record SeenAddress(Optional<String> title, Optional<String> trouble) {
  public SeenAddress {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(trouble, "trouble");
  }
}
