package signpost.broker;

/**
 * The broker cannot start for a reason the person who started it can mend; the message says how.
 */
public final class BrokerCannotStartException extends RuntimeException {
  BrokerCannotStartException(String message) {
    super(message);
  }

  BrokerCannotStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
