package signpost.tools;

/** Signpost cannot start for a reason its user can mend; the message says what to do. */
public final class CannotStartException extends RuntimeException {
  /** The message is all that the user sees. */
  public CannotStartException(String message) {
    super(message);
  }

  /** The cause is for the log; the message is all that the user sees. */
  public CannotStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
