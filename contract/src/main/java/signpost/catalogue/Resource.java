package signpost.catalogue;

import java.util.Objects;
import signpost.events.CanonicalUrl;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.events.WebUrl;

/**
 * One thing signposted to, everywhere it is placed. {@code request} is the URL as first written:
 * tracking parameters are dropped for identity, not from the request.
 */
public record Resource(WebUrl request, ResourceListed listed) {
  public Resource {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(listed, "listed");
  }

  public CanonicalUrl url() {
    return listed.resource();
  }

  /** Whether its health is watched. Unverified and manual ones are listed only. */
  public boolean watched() {
    return listed.status() == PlacementStatus.ACTIVE;
  }
}
