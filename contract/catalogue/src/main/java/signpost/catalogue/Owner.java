package signpost.catalogue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who is told: a person, or a team of {@code members}. The address stays with the notifier
 * and never travels in an event. {@code name} may be empty, and so may a team's {@code email};
 * {@code deputy} reads while the owner is {@code away}; {@code scopes} are the parts of guides that
 * are this owner's before they are the guide's owner's.
 */
public record Owner(
    String id,
    String name,
    String email,
    ZoneId zone,
    List<String> members,
    Optional<String> deputy,
    List<AbsenceDays> away,
    List<PlacementScope> scopes,
    Preferences preferences) {
  /** RFC 2606: names nobody can own, so no mail can arrive there. */
  private static final Set<String> EXAMPLES =
      Set.of("example.com", "example.net", "example.org", "example", "invalid");

  public Owner {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(zone, "zone");
    members = List.copyOf(members);
    Objects.requireNonNull(deputy, "deputy");
    away = List.copyOf(away);
    scopes = List.copyOf(scopes);
    Objects.requireNonNull(preferences, "preferences");
  }

  /** A person with the usual wishes. */
  public Owner(String id, String name, String email, ZoneId zone) {
    this(
        id,
        name,
        email,
        zone,
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Preferences.USUAL);
  }

  /** Whether the address is only an example (RFC 2606), still to be replaced by a real one. */
  public boolean placeholder() {
    String domain = email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    return EXAMPLES.stream().anyMatch(it -> domain.equals(it) || domain.endsWith("." + it));
  }

  /** Whether the owner is not there on a day. */
  public boolean isAway(LocalDate day) {
    return away.stream().anyMatch(it -> it.includes(day));
  }

  /** The same owner with other wishes and other days away. */
  public Owner with(Preferences wishes, List<AbsenceDays> days) {
    return new Owner(id, name, email, zone, members, deputy, days, scopes, wishes);
  }
}
