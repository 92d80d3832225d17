package signpost.record;

/** Says in plain words that something a loop needs is away: "Kafka at … does not answer". */
public final class AwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AwayException(String words) {
    super(words);
  }

  public AwayException(String words, Throwable cause) {
    super(words, cause);
  }
}
