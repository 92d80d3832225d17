package signpost.search.oidc;

import signpost.search.account.Role;

/** What came of sending somebody to the provider. */
public sealed interface ProviderReply {
  /** It vouches for somebody, whom it calls {@code subject}, and we know what they are. */
  record Vouched(String name, String subject, Role role) implements ProviderReply {}

  /** It vouches for somebody who is nothing here; {@code why} says what would have to change. */
  record NoRole(String name, String why) implements ProviderReply {}

  /** It does not, or what came back cannot be believed; {@code why} is for the log. */
  record NotVouched(String why) implements ProviderReply {}

  /** What came is no answer to what this browser asked, so the provider was not asked either. */
  record NotAsked() implements ProviderReply {}

  /** It cannot be asked; {@code why} is for the log. */
  record ProviderAway(String why) implements ProviderReply {}
}
