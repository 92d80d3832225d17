package signpost.search.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

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
  private static final Semaphore AT_ONCE = new Semaphore(2, true);

  /** Longer than that nobody waits for a turn. */
  private static final Duration WAITED = Duration.ofSeconds(5);

  private PasswordHash() {}

  /** The hash of a password, with its salt and what it cost. */
  static String of(String password) {
    AT_ONCE.acquireUninterruptibly(); // whoever sets one is known
    try {
      return Password.hash(password).addRandomSalt(SALT).with(FUNCTION).getResult();
    } finally {
      AT_ONCE.release();
    }
  }

  /** What came of comparing. */
  enum HashMatch {
    YES,
    NO,
    /** Others were compared for so long that this one was not. */
    BUSY
  }

  /** Whether a hash is of a password, whatever it cost then. */
  static HashMatch matches(String hash, String password) {
    if (!hasTurn()) {
      return HashMatch.BUSY;
    }
    try {
      return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash))
          ? HashMatch.YES
          : HashMatch.NO;
    } finally {
      AT_ONCE.release();
    }
  }

  private static boolean hasTurn() {
    try {
      return AT_ONCE.tryAcquire(WAITED.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
