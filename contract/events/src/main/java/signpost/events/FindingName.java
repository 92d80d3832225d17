package signpost.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import signpost.events.FindingEvent.FindingKind;

/**
 * What people read a finding called: the same words in mails, on pages, in feeds and in the API. A
 * kind of finding has one name or several; each name has a form for a label and one for a sentence.
 */
public enum FindingName {
  @JsonProperty("broken")
  BROKEN("No longer works", "no longer works"),
  @JsonProperty("withdrawn")
  WITHDRAWN("Withdrawn", "has been withdrawn"),
  @JsonProperty("superseded")
  SUPERSEDED("Replaced", "has been replaced"),
  @JsonProperty("archived")
  ARCHIVED("Archived", "has been archived"),
  @JsonProperty("gone")
  GONE("No longer what it was", "is no longer what it was"),
  @JsonProperty("moved")
  MOVED("Moved", "has moved"),
  @JsonProperty("host-down")
  HOST_DOWN("Site does not answer", "does not answer"),
  @JsonProperty("domain-ending")
  DOMAIN_ENDING("Name in doubt", "has a name that is in doubt"),
  @JsonProperty("tls-problem")
  TLS_PROBLEM("Certificate problem", "has a certificate problem"),
  @JsonProperty("changed")
  CHANGED("Changed", "has changed"),
  @JsonProperty("another-subject")
  ANOTHER_SUBJECT("About something else", "is now about something else"),
  @JsonProperty("new-contact")
  NEW_CONTACT("New contact details or hours", "has new contact details or hours"),
  @JsonProperty("new-document")
  NEW_DOCUMENT("New document", "is now another document"),
  @JsonProperty("reported")
  REPORTED("Reported by a reader", "was reported by a reader"),
  @JsonProperty("review-due")
  REVIEW_DUE("Due for a review", "is due for a review"),
  @JsonProperty("address-question")
  ADDRESS_QUESTION("Address to confirm", "has an address to confirm");

  private final String label;
  private final String happened;

  FindingName(String label, String happened) {
    this.label = label;
    this.happened = happened;
  }

  /** "No longer works": for a tag or a heading. */
  public String label() {
    return label;
  }

  /** "no longer works": what follows the link's words in a sentence. */
  public String happened() {
    return happened;
  }

  /** How a page that answers is no longer what was meant, where it is so called. */
  public Optional<GoneKind> gone() {
    return switch (this) {
      case WITHDRAWN -> Optional.of(GoneKind.WITHDRAWN);
      case SUPERSEDED -> Optional.of(GoneKind.SUPERSEDED);
      case ARCHIVED -> Optional.of(GoneKind.ARCHIVED);
      case GONE -> Optional.of(GoneKind.OTHER_OWNER);
      case ANOTHER_SUBJECT -> Optional.of(GoneKind.OTHER_SUBJECT);
      case BROKEN,
          MOVED,
          HOST_DOWN,
          DOMAIN_ENDING,
          TLS_PROBLEM,
          CHANGED,
          NEW_CONTACT,
          NEW_DOCUMENT,
          REPORTED,
          REVIEW_DUE,
          ADDRESS_QUESTION ->
          Optional.empty();
    };
  }

  /** The name of a kind where nothing nearer is known. */
  public static FindingName of(FindingKind kind) {
    return switch (kind) {
      case BROKEN -> BROKEN;
      case GONE_IN_PLACE -> GONE;
      case MOVED -> MOVED;
      case HOST_DOWN -> HOST_DOWN;
      case DOMAIN_ENDING -> DOMAIN_ENDING;
      case TLS_PROBLEM -> TLS_PROBLEM;
      case CHANGED -> CHANGED;
      case REPORTED -> REPORTED;
      case REVIEW_DUE -> REVIEW_DUE;
      case ADDRESS_QUESTION -> ADDRESS_QUESTION;
    };
  }

  /** The name of a page's end. */
  public static FindingName of(GoneKind kind) {
    return switch (kind) {
      case WITHDRAWN -> WITHDRAWN;
      case SUPERSEDED -> SUPERSEDED;
      case ARCHIVED -> ARCHIVED;
      case SOFT_404, REDIRECTED_HOME, OTHER_OWNER, PARKED_DOMAIN, HIJACKED -> GONE;
      case OTHER_SUBJECT -> ANOTHER_SUBJECT;
    };
  }

  /** The name of a change whose most important kind is this. */
  public static FindingName of(ChangeKind kind) {
    return switch (kind) {
      case IDENTITY -> ANOTHER_SUBJECT;
      case CONTACT -> NEW_CONTACT;
      case DOCUMENT_REPLACED -> NEW_DOCUMENT;
      case END_OF_LIFE, SUBSTANTIVE, LINKS, DATE_ONLY, COSMETIC -> CHANGED;
    };
  }

  /** The name of the finding that a state of health opens, where it opens one. */
  public static Optional<FindingName> of(LinkHealth health) {
    return switch (health) {
      case LinkHealth.Moved _ -> Optional.of(MOVED);
      case LinkHealth.Broken _ -> Optional.of(BROKEN);
      case LinkHealth.GoneInPlace gone -> Optional.of(of(gone.kind()));
      case LinkHealth.TlsProblem _ -> Optional.of(TLS_PROBLEM);
      case LinkHealth.Ok _,
          LinkHealth.Suspect _,
          LinkHealth.Blocked _,
          LinkHealth.NotChecked _,
          LinkHealth.Unknown _ ->
          Optional.empty();
    };
  }
}
