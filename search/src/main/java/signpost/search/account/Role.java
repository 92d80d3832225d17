package signpost.search.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody who is signed in may do; each may do all that those before it may. */
public enum Role {
  /** Has a page of their own, as by the link in a mail. */
  OWNER,
  /** Runs the crawl and looks after what is sent. */
  OPERATOR,
  /** Says who else may do so, and ends sessions. */
  ADMINISTRATOR;

  /** As it is written in configuration and typed. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that name. */
  public static Optional<Role> of(String wire) {
    return Arrays.stream(values()).filter(it -> it.wire().equals(wire)).findFirst();
  }

  /** Whether it may do what needs the other. */
  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }
}
