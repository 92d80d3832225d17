package signpost.notifier.store;

/** The data folder cannot be used; the message says what to do. */
public final class UnusableDataFolder extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableDataFolder(String message) {
    super(message);
  }
}
