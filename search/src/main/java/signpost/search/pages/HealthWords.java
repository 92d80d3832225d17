package signpost.search.pages;

import java.time.Instant;
import java.util.Optional;
import signpost.events.FindingName;
import signpost.events.LinkHealth;

/**
 * A state of health for people: a few words, a colour that only repeats them, whether somebody
 * should act, and since when.
 */
public record HealthWords(
    String label, String colour, boolean needsAction, Optional<Instant> since) {

  /** An address that nobody has confirmed: whatever stands there, the guide may mean another. */
  public static final HealthWords UNCONFIRMED = fine("Address not confirmed", "grey");

  public static HealthWords of(LinkHealth health) {
    return switch (health) {
      case LinkHealth.Ok _ -> fine("Works", "green");
      case LinkHealth.Moved(var _, var since) ->
          told(FindingName.MOVED.label(), "blue", true, since);
      case LinkHealth.Suspect(var _, var since) ->
          told("Being checked again", "yellow", false, since);
      case LinkHealth.Broken(var _, var since) ->
          told(FindingName.BROKEN.label(), "red", true, since);
      case LinkHealth.Blocked(var _, var since) -> told("We cannot check it", "grey", false, since);
      case LinkHealth.GoneInPlace gone ->
          told(FindingName.of(gone.kind()).label(), "orange", true, gone.since());
      case LinkHealth.TlsProblem _ ->
          new HealthWords(FindingName.TLS_PROBLEM.label(), "orange", true, Optional.empty());
      case LinkHealth.NotChecked _ -> fine("Not checked", "grey");
      case LinkHealth.Unknown(var _, var since) ->
          told("Its site is in trouble", "yellow", false, since);
    };
  }

  /** What filters call a state, by its word in the index. */
  public static String filter(String token) {
    return switch (token) {
      case "ok" -> "Works";
      case "moved" -> FindingName.MOVED.label();
      case "suspect" -> "Being checked again";
      case "broken" -> FindingName.BROKEN.label();
      case "blocked" -> "We cannot check it";
      case "withdrawn" -> FindingName.WITHDRAWN.label();
      case "superseded" -> FindingName.SUPERSEDED.label();
      case "archived" -> FindingName.ARCHIVED.label();
      case "gone" -> FindingName.GONE.label();
      case "tls-problem" -> FindingName.TLS_PROBLEM.label();
      case "not-checked" -> "Not checked";
      case "unconfirmed" -> UNCONFIRMED.label();
      case "unknown" -> "Its site is in trouble";
      default -> token;
    };
  }

  /** Whether somebody should act, by its word in the index. */
  public static boolean needsAction(String token) {
    return switch (token) {
      case "moved", "broken", "withdrawn", "superseded", "archived", "gone", "tls-problem" -> true;
      default -> false;
    };
  }

  /** The colour of a state, by its word in the index. */
  public static String colour(String token) {
    return switch (token) {
      case "ok" -> "green";
      case "moved" -> "blue";
      case "suspect", "unknown" -> "yellow";
      case "broken" -> "red";
      case "withdrawn", "superseded", "archived", "gone", "tls-problem" -> "orange";
      default -> "grey";
    };
  }

  private static HealthWords fine(String label, String colour) {
    return new HealthWords(label, colour, false, Optional.empty());
  }

  private static HealthWords told(String label, String colour, boolean act, Instant since) {
    return new HealthWords(label, colour, act, Optional.of(since));
  }
}
