package signpost.search.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** The password of user {@code ops}, as browsers send it (RFC 7617). */
@Singleton
final class OpsPassword {
  private static final String SCHEME = "Basic ";
  private static final String USER = "ops:";

  private final OpsConfig config;

  OpsPassword(OpsConfig config) {
    this.config = config;
  }

  boolean isSet() {
    return config.hasPassword();
  }

  /** Whether this is it; takes the same time for every wrong one. */
  boolean isGivenIn(String authorization) {
    return isSet()
        && decoded(authorization)
            .filter(
                given -> MessageDigest.isEqual(given, (USER + config.password()).getBytes(UTF_8)))
            .isPresent();
  }

  /** Whether this is it, as a form sends it. */
  boolean is(String given) {
    return isSet()
        && MessageDigest.isEqual(given.getBytes(UTF_8), config.password().getBytes(UTF_8));
  }

  /** Whether somebody tries one at all, and not only sends what is empty or of somebody else. */
  static boolean isGuess(String authorization) {
    return decoded(authorization)
        .map(it -> new String(it, UTF_8))
        .filter(it -> it.startsWith(USER) && it.length() > USER.length())
        .isPresent();
  }

  private static Optional<byte[]> decoded(String authorization) {
    try {
      return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
          ? Optional.of(
              Base64.getDecoder().decode(authorization.substring(SCHEME.length()).strip()))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
