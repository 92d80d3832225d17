package signpost.http.access;

/** A server would answer to anybody what is not for everybody; the message says what to set. */
public final class UnguardedAddress extends RuntimeException {
  /** The message is all that the user sees. */
  public UnguardedAddress(String message) {
    super(message);
  }
}
