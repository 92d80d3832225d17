package signpost.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a page that answers 200 is nevertheless not what the guide meant. */
public enum GoneKind {
  @JsonProperty("withdrawn")
  WITHDRAWN,
  @JsonProperty("superseded")
  SUPERSEDED,
  @JsonProperty("archived")
  ARCHIVED,
  @JsonProperty("soft-404")
  SOFT_404,
  @JsonProperty("redirected-home")
  REDIRECTED_HOME,
  @JsonProperty("other-owner")
  OTHER_OWNER,
  @JsonProperty("parked-domain")
  PARKED_DOMAIN,
  @JsonProperty("hijacked")
  HIJACKED,
  /** Its words are about something else; told by a change of them, never by one visit. */
  @JsonProperty("other-subject")
  OTHER_SUBJECT;

  /** Whether another page may be in its place; what was ended on purpose, as it is, has none. */
  public boolean isSearched() {
    return switch (this) {
      case SUPERSEDED, SOFT_404, REDIRECTED_HOME, OTHER_OWNER, PARKED_DOMAIN, HIJACKED -> true;
      case WITHDRAWN, ARCHIVED, OTHER_SUBJECT -> false;
    };
  }
}
