package signpost.search.index;

import java.util.List;
import signpost.events.LinkHealth;

/** The closed set of health states as one word each, and what each is worth in ranking. */
public final class HealthTokens {
  /** The word for what nobody has looked at. */
  static final String NOT_CHECKED = "not-checked";

  /** The word for what stands at an address that nobody has confirmed. */
  public static final String UNCONFIRMED = "unconfirmed";

  /** Every word there is, from what works to what does not. */
  public static final List<String> ALL =
      List.of(
          "ok",
          "moved",
          NOT_CHECKED,
          UNCONFIRMED,
          "blocked",
          "tls-problem",
          "suspect",
          "unknown",
          "archived",
          "superseded",
          "withdrawn",
          "gone",
          "broken");

  /** What everything weighs that is of use to readers, and nothing else does. */
  public static final double USABLE = 0.9;

  private HealthTokens() {}

  /** The word for a page: its health's, unless its address is only probable. */
  public static String of(JoinedPage page) {
    return page.probable() ? UNCONFIRMED : page.fares().token();
  }

  /** Whether what fares so is of use to readers. */
  public static boolean isUsable(LinkHealth health) {
    return weight(health) >= USABLE;
  }

  /**
   * What a score is multiplied by. A resource that is no use must never stand above a working one
   * that answers as well, so these are far below the differences that length or chance make.
   */
  static double weight(LinkHealth health) {
    return switch (health) {
      case LinkHealth.Ok _, LinkHealth.Moved _ -> 1.0;
      case LinkHealth.TlsProblem _, LinkHealth.Blocked _, LinkHealth.NotChecked _ -> 0.95;
      case LinkHealth.Unknown _, LinkHealth.Suspect _ -> USABLE;
      case LinkHealth.GoneInPlace _ -> 0.5;
      case LinkHealth.Broken _ -> 0.45;
    };
  }
}
