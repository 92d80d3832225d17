package signpost.notifier.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Base64;
import signpost.notifier.store.KeyedHash;

/** Signs as Standard Webhooks 1.0 asks: HMAC-SHA256 of {@code id.timestamp.body}. */
final class WebhookSignature {
  private static final String PREFIX = "whsec_";
  private static final int SECRET_BYTES = 32;

  private WebhookSignature() {}

  static String newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  static String of(String secret, String id, long timestamp, String body) {
    byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    byte[] signed = KeyedHash.of(key, (id + "." + timestamp + "." + body).getBytes(UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(signed);
  }
}
