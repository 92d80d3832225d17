package signpost.search.mcp;

/** What a method or tool was given cannot be; the message says why. */
final class InvalidParamsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidParamsException(String message) {
    super(message);
  }
}
