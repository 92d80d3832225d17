package signpost.catalogue;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Who is told. The address stays with the notifier and never travels in an event. */
public record Owner(String id, String name, String email, ZoneId zone) {
  /** RFC 2606: names nobody can own, so no mail can arrive there. */
  private static final Set<String> EXAMPLES =
      Set.of("example.com", "example.net", "example.org", "example", "invalid");

  public Owner {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(zone, "zone");
  }

  /** Whether the address is only an example (RFC 2606), still to be replaced by a real one. */
  public boolean placeholder() {
    String domain = email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    return EXAMPLES.stream().anyMatch(name -> domain.equals(name) || domain.endsWith("." + name));
  }
}
