package signpost.tools.repair;

/** Something given cannot be used, or a file cannot be written; the message is one sentence. */
public final class RefusedException extends Exception {
  RefusedException(String message) {
    super(message);
  }
}
