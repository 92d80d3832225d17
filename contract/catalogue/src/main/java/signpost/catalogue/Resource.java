package signpost.catalogue;

import java.util.Objects;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;

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

  /** Whether its owners are told of it. */
  public boolean watched() {
    return listed.status() == PlacementStatus.ACTIVE;
  }

  /** Whether it is asked for at all. */
  public boolean visited() {
    return watched() || probable();
  }

  /**
   * Returns whether the address is only probable. Such a resource is visited but never reported as
   * broken.
   */
  public boolean probable() {
    return listed.status() == PlacementStatus.UNVERIFIED;
  }
}
