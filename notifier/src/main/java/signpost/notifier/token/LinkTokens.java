package signpost.notifier.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import signpost.notifier.store.KeyedHash;

/**
 * Signed words for links: base64url of {@code purpose|expiry|owner|subject} and of half its
 * HMAC-SHA256 (RFC 2104 allows no less than half). They hold nothing secret: whoever has the link
 * may follow it, so they end.
 */
public final class LinkTokens {
  /** A mail may be answered as long as this. */
  public static final Duration MAIL = Duration.ofDays(90);

  /** Long enough to find the mail, too short to be found by others. */
  public static final Duration SHORT = Duration.ofDays(2);

  private static final int SIGNATURE = 16;
  private static final int LONGEST = 2_000;
  private static final int PARTS = 4;
  private static final int READER = 2;
  private static final String SEPARATOR = "\u0000";

  private final byte[] key;
  private final InstantSource clock;

  public LinkTokens(byte[] key, InstantSource clock) {
    this.key = key.clone();
    this.clock = clock;
  }

  /** A link's words, good from now for so long. */
  public String issue(TokenPurpose purpose, String owner, String subject, Duration life) {
    return issue(purpose, owner, subject, clock.instant().plus(life));
  }

  /** A link's words, good until then, to the second. */
  public String issue(TokenPurpose purpose, String owner, String subject, Instant ends) {
    String words =
        String.join(
            SEPARATOR, purpose.name(), Long.toString(ends.getEpochSecond(), 36), owner, subject);
    byte[] body = words.getBytes(UTF_8);
    Base64.Encoder out = Base64.getUrlEncoder().withoutPadding();
    return out.encodeToString(body) + "." + out.encodeToString(signature(body));
  }

  /** What a link's words say, if they are ours and for this. */
  public TokenReading read(TokenPurpose purpose, String token) {
    return signed(token)
        .map(words -> read(purpose, words))
        .orElseGet(TokenReading.RefusedToken::new);
  }

  /** Whose link it is, if it is ours, whatever for and however old. */
  public Optional<String> reader(String token) {
    return signed(token).map(words -> words[READER]);
  }

  private Optional<String[]> signed(String token) {
    int dot = token.indexOf('.');
    if (dot < 0 || token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] body = Base64.getUrlDecoder().decode(token.substring(0, dot));
      byte[] signed = Base64.getUrlDecoder().decode(token.substring(dot + 1));
      return MessageDigest.isEqual(signature(body), signed)
          ? Optional.of(new String(body, UTF_8).split(SEPARATOR, -1))
              .filter(words -> words.length == PARTS)
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private TokenReading read(TokenPurpose purpose, String[] parts) {
    if (!parts[0].equals(purpose.name())) {
      return new TokenReading.RefusedToken();
    }
    Instant ends = Instant.ofEpochSecond(Long.parseLong(parts[1], 36));
    return clock.instant().isBefore(ends)
        ? new TokenReading.ValidToken(parts[READER], parts[3], ends)
        : new TokenReading.ExpiredToken(parts[READER]);
  }

  private byte[] signature(byte[] body) {
    return Arrays.copyOf(KeyedHash.of(key, body), SIGNATURE);
  }
}
