package signpost.web.health;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import signpost.web.health.TargetState.PageIdentity;

/**
 * What a reader who follows the link expects to find.
 *
 * @param names the words links to it bear
 * @param identity what the page was known by while it was well
 * @param notFound what its server says of an address beside it that cannot exist
 */
public record Expectation(
    List<String> names, Optional<PageIdentity> identity, Optional<NotFoundAnswer> notFound) {
  public static final Expectation NONE =
      new Expectation(List.of(), Optional.empty(), Optional.empty());

  public Expectation {
    names = List.copyOf(names);
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(notFound, "notFound");
  }

  /**
   * An address that cannot exist, asked for.
   *
   * @param found whether it was answered as if it were there
   * @param finalUrl where its redirects led
   * @param text what a reader would read there
   */
  public record NotFoundAnswer(boolean found, String finalUrl, String text) {
    public NotFoundAnswer {
      Objects.requireNonNull(finalUrl, "finalUrl");
      Objects.requireNonNull(text, "text");
    }
  }
}
