package signpost.search.gate;

import io.micronaut.http.client.exceptions.HttpClientException;

/** Ingest or the notifier answers, and does not let us in: it has another token than we. */
public final class RefusedCallException extends HttpClientException {
  private static final long serialVersionUID = 1L;

  RefusedCallException(String message, Throwable cause) {
    super(message, cause);
  }
}
