package signpost.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import signpost.events.AddressQuestion;
import signpost.events.PlacementStatus;
import signpost.url.AddressLength;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;

/**
 * One line of a guide: the words of its link, and where it leads. Without URL: address unknown.
 * {@code question} is what its owner should say of the address; a file asks none.
 */
public record Placement(
    String text,
    Optional<WebUrl> url,
    PlacementStatus status,
    Optional<String> nation,
    List<String> labels,
    List<String> owners,
    Optional<AddressQuestion> question) {
  public Placement {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(nation, "nation");
    labels = List.copyOf(labels);
    owners = List.copyOf(owners);
    Objects.requireNonNull(question, "question");
  }

  /** A line as a guide's page has it: watched, and nobody's but the guide's owners'. */
  public static Placement onPage(
      String text, Optional<WebUrl> url, Optional<AddressQuestion> question) {
    return new Placement(
        text, url, PlacementStatus.ACTIVE, Optional.empty(), List.of(), List.of(), question);
  }

  /** The same line, leading there and being so watched, with nothing or this to ask. */
  public Placement leading(
      Optional<WebUrl> there, PlacementStatus now, Optional<AddressQuestion> asked) {
    return new Placement(text, there, now, nation, labels, owners, asked);
  }

  /** The resource placed here, if its address is known and can be watched. */
  public Optional<CanonicalUrl> resource() {
    return url.filter(AddressLength::fits).map(CanonicalUrl::of);
  }
}
