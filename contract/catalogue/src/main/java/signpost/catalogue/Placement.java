package signpost.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import signpost.events.PlacementStatus;
import signpost.url.AddressLength;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;

/** One line of a guide: the words of its link, and where it leads. Without URL: address unknown. */
public record Placement(
    String text,
    Optional<WebUrl> url,
    PlacementStatus status,
    Optional<String> nation,
    List<String> labels,
    List<String> owners) {
  public Placement {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(nation, "nation");
    labels = List.copyOf(labels);
    owners = List.copyOf(owners);
  }

  /** The resource placed here, if its address is known and can be watched. */
  public Optional<CanonicalUrl> resource() {
    return url.filter(AddressLength::fits).map(CanonicalUrl::of);
  }
}
