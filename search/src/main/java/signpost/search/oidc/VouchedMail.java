package signpost.search.oidc;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The mail address in a provider's claims, where it is to be believed (OpenID Connect Core 1.0,
 * 5.1): anybody can write another's address into an account of their own somewhere.
 */
final class VouchedMail {
  private static final int LONGEST = 254;

  /**
   * One address, in ASCII: some other letters become one of its small letters, and with them
   * another address. What is no address the notifier finds nobody at.
   */
  private static final Pattern ONE = Pattern.compile("[!-~&&[^@,;<>\"]]+@[!-~&&[^@,;<>\"]]+");

  private VouchedMail() {}

  /** What the provider says that it has verified. */
  static Optional<String> verified(Map<String, Object> claims) {
    return Boolean.TRUE.equals(claims.get("email_verified")) ? written(claims) : Optional.empty();
  }

  /**
   * The same; of a provider that is trusted with addresses also what it says nothing more of. What
   * it says is not verified counts nowhere.
   */
  static Optional<String> of(Map<String, Object> claims, boolean trusted) {
    boolean silent = claims.get("email_verified") == null;
    return trusted && silent ? written(claims) : verified(claims);
  }

  private static Optional<String> written(Map<String, Object> claims) {
    return claims.get("email") instanceof String mail
            && mail.length() <= LONGEST
            && ONE.matcher(mail).matches()
        ? Optional.of(mail)
        : Optional.empty();
  }
}
