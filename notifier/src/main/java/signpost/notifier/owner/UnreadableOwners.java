package signpost.notifier.owner;

/** A catalogue file's owners cannot be read; the message says where and why. */
final class UnreadableOwners extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableOwners(String message) {
    super(message);
  }
}
