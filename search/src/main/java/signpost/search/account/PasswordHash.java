package signpost.search.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;

/** Passwords as argon2id hashes, at least as dear as OWASP asks: 19 MiB, two rounds, one lane. */
final class PasswordHash {
  private static final int KIBIBYTES = 19 * 1024;
  private static final int ROUNDS = 2;
  private static final int LANES = 1;
  private static final int BYTES = 32;
  private static final int SALT = 16;
  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(KIBIBYTES, ROUNDS, LANES, BYTES, Argon2.ID);

  /** So many strangers who try at once take no more memory than this. */
  private static final Semaphore AT_ONCE = new Semaphore(2);

  private PasswordHash() {}

  /** The hash of a password, with its salt and what it cost. */
  static String of(String password) {
    return alone(() -> Password.hash(password).addRandomSalt(SALT).with(FUNCTION).getResult());
  }

  /** Whether a hash is of a password, whatever it cost then. */
  static boolean matches(String hash, String password) {
    return alone(
        () -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
  }

  private static <T> T alone(java.util.function.Supplier<T> work) {
    AT_ONCE.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      AT_ONCE.release();
    }
  }
}
