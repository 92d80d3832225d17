package signpost.search.account;

import java.time.Instant;

/** The codes that an app would show, by the clock of this machine. */
public final class AccountCodes {
  private AccountCodes() {}

  /** The one it shows now. */
  public static String now(String secret) {
    return TotpCode.at(secret, step());
  }

  /** The one it shows next, which is taken a little before its time. */
  public static String next(String secret) {
    return TotpCode.at(secret, step() + 1);
  }

  private static long step() {
    return Instant.now().getEpochSecond() / 30;
  }
}
