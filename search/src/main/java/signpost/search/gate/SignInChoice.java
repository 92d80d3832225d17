package signpost.search.gate;

import jakarta.inject.Singleton;
import signpost.search.account.LocalAccounts;
import signpost.search.oidc.ProviderConfig;

/** The ways in that are open here. */
@Singleton
public final class SignInChoice {
  private final OpsConfig ops;
  private final ProviderConfig provider;
  private final LocalAccounts accounts;

  SignInChoice(OpsConfig ops, ProviderConfig provider, LocalAccounts accounts) {
    this.ops = ops;
    this.provider = provider;
    this.accounts = accounts;
  }

  /** Whether there is any. */
  boolean isThere() {
    return hasPassword() || hasProvider() || hasAccounts();
  }

  /** Whether the password of ops is set. */
  public boolean hasPassword() {
    return ops.hasPassword();
  }

  /** Whether a provider vouches for people. */
  public boolean hasProvider() {
    return provider.isSet();
  }

  /** Whether anybody has an account here. */
  public boolean hasAccounts() {
    return !accounts.all().isEmpty();
  }
}
