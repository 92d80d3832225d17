package signpost.record.backup;

/** A backup cannot be made or put back; the message says why and what to do. */
public final class UnusableBackup extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableBackup(String message) {
    super(message);
  }

  public UnusableBackup(String message, Throwable cause) {
    super(message, cause);
  }
}
