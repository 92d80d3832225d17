package signpost.notifier.owner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.MailAddress;
import signpost.notifier.store.KeyedHash;
import signpost.notifier.store.ModuleValues;

/**
 * Addresses that are not written to again. Only a mark of each is kept, an HMAC-SHA256 with a key
 * of this database: whoever has the marks alone cannot try addresses on them.
 */
public final class SuppressedAddresses {
  private static final String KEY = "suppression-key";
  private static final int KEY_BYTES = 32;

  private SuppressedAddresses() {}

  /** Whether an address is not to be written to. */
  public static boolean has(Handle handle, String address) {
    return MailAddress.configured(address)
        .flatMap(it -> ModuleValues.get(handle, KEY).map(key -> digest(key, it)))
        .flatMap(digest ->
            handle
                .select("SELECT 1 FROM suppressed WHERE digest = ?", digest)
                .mapTo(Integer.class)
                .findOne())
        .isPresent();
  }

  /** Writes to an address no more. */
  public static void add(Handle handle, MailAddress address, Instant at) {
    byte[] fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    String key = ModuleValues.first(handle, KEY, Base64.getEncoder().encodeToString(fresh));
    handle.execute(
        "INSERT INTO suppressed (digest, at) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING",
        digest(key, address),
        at.toEpochMilli());
  }

  /** Lets an address be written to again; returns whether it was not. */
  public static boolean lift(Handle handle, MailAddress address) {
    Optional<String> key = ModuleValues.get(handle, KEY);
    return key.isPresent()
        && handle.execute("DELETE FROM suppressed WHERE digest = ?", digest(key.get(), address))
            > 0;
  }

  private static String digest(String key, MailAddress address) {
    byte[] words = address.toString().toLowerCase(Locale.ROOT).getBytes(UTF_8);
    return HexFormat.of().formatHex(KeyedHash.of(Base64.getDecoder().decode(key), words));
  }
}
