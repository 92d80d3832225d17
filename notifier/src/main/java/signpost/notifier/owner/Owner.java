package signpost.notifier.owner;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who is told: a person, or a team of {@code members}. {@code name} may be empty, and so
 * may a team's {@code email}; {@code deputy} reads while the owner is {@code away}; {@code scopes}
 * are the parts of guides that are this owner's before they are the guide's owner's.
 */
public record Owner(
    String id,
    String name,
    String email,
    ZoneId zone,
    List<String> members,
    Optional<String> deputy,
    List<Away> away,
    List<Scope> scopes,
    Preferences preferences) {
  public Owner {
    members = List.copyOf(members);
    away = List.copyOf(away);
    scopes = List.copyOf(scopes);
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

  /** Whether the owner is not there on a day. */
  public boolean isAway(LocalDate day) {
    return away.stream().anyMatch(it -> it.includes(day));
  }

  /** The same owner with other wishes and other days away. */
  public Owner with(Preferences wishes, List<Away> days) {
    return new Owner(id, name, email, zone, members, deputy, days, scopes, wishes);
  }
}
