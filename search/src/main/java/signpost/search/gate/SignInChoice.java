package signpost.search.gate;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.search.account.LocalAccounts;
import signpost.search.audit.SignInWay;
import signpost.search.oidc.ProviderConfig;

/** The ways in that are open here. */
@Singleton
public final class SignInChoice {
  private static final Logger log = LoggerFactory.getLogger(SignInChoice.class);

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

  /**
   * What lets somebody in by a way now; nothing where it is closed to them. A session ends when it
   * is another.
   */
  public Optional<String> basis(SignInWay way, String name) {
    return switch (way) {
      case OPS_PASSWORD -> Optional.of(ops.password()).filter(_ -> hasPassword());
      case PROVIDER -> Optional.of(provider.basis()).filter(_ -> hasProvider());
      case ACCOUNT -> accounts.basis(name);
      case MANAGEMENT_ADDRESS, MACHINE_TOKEN, COMMAND_LINE, MAIL_LINK, NOT_AT_ALL ->
          Optional.empty();
    };
  }

  /** Whether the password of ops is set. */
  public boolean hasPassword() {
    return ops.hasPassword();
  }

  /** Whether a provider vouches for people. */
  public boolean hasProvider() {
    return provider.isSet();
  }

  /** Whether anybody has an account here; none counts while they cannot be looked at. */
  public boolean hasAccounts() {
    try {
      return !accounts.all().isEmpty();
    } catch (JdbiException e) {
      log.error("Accounts cannot be read, so nobody signs in by one", e);
      return false;
    }
  }
}
