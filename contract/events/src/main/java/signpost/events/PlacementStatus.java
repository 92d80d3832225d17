package signpost.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a placement is watched. */
public enum PlacementStatus {
  /** Watched. */
  @JsonProperty("active")
  ACTIVE,
  /** Nobody has confirmed its address; not crawled until someone does. */
  @JsonProperty("unverified")
  UNVERIFIED,
  /** Only a person can check it (behind a login, say). */
  @JsonProperty("manual")
  MANUAL
}
