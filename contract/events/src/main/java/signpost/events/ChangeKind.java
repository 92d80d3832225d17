package signpost.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a change is about, most important first. */
public enum ChangeKind {
  /** Withdrawn, superseded or archived; told through the target's health, never on its own. */
  @JsonProperty("end-of-life")
  END_OF_LIFE,
  @JsonProperty("identity")
  IDENTITY,
  @JsonProperty("contact")
  CONTACT,
  @JsonProperty("substantive")
  SUBSTANTIVE,
  @JsonProperty("links")
  LINKS,
  @JsonProperty("document-replaced")
  DOCUMENT_REPLACED,
  @JsonProperty("date-only")
  DATE_ONLY,
  @JsonProperty("cosmetic")
  COSMETIC
}
