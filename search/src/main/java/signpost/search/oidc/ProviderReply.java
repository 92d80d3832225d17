package signpost.search.oidc;

import java.util.Optional;
import signpost.search.account.Role;

/** What came of sending somebody to the provider. */
public sealed interface ProviderReply {
  /**
   * Somebody it vouches for.
   *
   * @param subject what it calls them, which outlives their name
   * @param address the mail address that it says is theirs, where it is to be believed
   */
  record VouchedPerson(String name, String subject, Optional<String> address) {}

  /** It vouches for somebody, and the configuration says what they are. */
  record Vouched(VouchedPerson person, Role role) implements ProviderReply {}

  /** It vouches for somebody who runs nothing here; {@code why} says what would have to change. */
  record NoRole(VouchedPerson person, String why) implements ProviderReply {}

  /** It does not, or what came back cannot be believed; {@code why} is for the log. */
  record NotVouched(String why) implements ProviderReply {}

  /** What came is no answer to what this browser asked, so the provider was not asked either. */
  record NotAsked() implements ProviderReply {}

  /** It cannot be asked; {@code why} is for the log. */
  record ProviderAway(String why) implements ProviderReply {}
}
