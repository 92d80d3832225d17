package signpost.record;

/** A data folder cannot be used; the message says which, why, and what to do. */
public final class UnusableFolderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableFolderException(String message) {
    super(message);
  }

  UnusableFolderException(String message, Throwable cause) {
    super(message, cause);
  }
}
