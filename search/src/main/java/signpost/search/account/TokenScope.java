package signpost.search.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a program may do by its token. */
public enum TokenScope {
  /** Read metrics and the details of health. */
  METRICS,
  /** See and steer the crawl. */
  CRAWL,
  /** See what is sent, and send again. */
  NOTIFICATIONS,
  /** See what was kept of pages. */
  EVIDENCE,
  /** Read the audit log. */
  AUDIT,
  /** Nothing: no token has it, and what needs it is for people. */
  NONE;

  /** As it is typed. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scope of that name that a token may have. */
  public static Optional<TokenScope> of(String wire) {
    return Arrays.stream(values()).filter(it -> it != NONE && it.wire().equals(wire)).findFirst();
  }
}
