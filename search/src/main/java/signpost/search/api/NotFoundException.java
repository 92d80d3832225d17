package signpost.search.api;

/** What was asked for is not there; the message says so to people. */
public final class NotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotFoundException(String message) {
    super(message);
  }
}
