package signpost.search.gate;

import io.micronaut.http.client.exceptions.HttpClientException;

/** Ingest or the notifier, or something before it, answers and does not let us in. */
public final class RefusedCallException extends HttpClientException {
  /** What readers are told: they cannot mend it. */
  public static final String FOR_READERS =
      "The parts of Signpost are not set up to work together, and only whoever runs it can mend"
          + " that.";

  private static final long serialVersionUID = 1L;

  private final String reason;

  RefusedCallException(String module, String reason, Throwable cause) {
    super(module + " does not let search in: " + reason, cause);
    this.reason = reason;
  }

  /** Why, in the words of whoever refused: a sentence. */
  public String reason() {
    return reason;
  }
}
