package signpost.search.pages.ops;

/** The notifier's words about its messages in people's. */
public final class DeliveryWords {
  private DeliveryWords() {}

  /** Where a message is on its way. */
  public static String state(String wire) {
    return switch (wire) {
      case "pending" -> "Waiting";
      case "sending" -> "Being sent";
      case "sent" -> "Sent";
      case "failed" -> "Tried again later";
      case "given-up" -> "Given up";
      default -> wire;
    };
  }

  /** The colour that repeats it. */
  public static String colour(String wire) {
    return switch (wire) {
      case "sent" -> "green";
      case "failed" -> "yellow";
      case "given-up" -> "red";
      default -> "grey";
    };
  }

  /** Why it has not arrived, as the beginning of a sentence. */
  public static String reason(String wire) {
    return switch (wire) {
      case "rejected" -> "The receiver will not have it";
      case "rate-limited" -> "The receiver wants us to slow down";
      case "unreachable" -> "The receiver cannot be reached";
      case "authentication" -> "Our sign-in was refused";
      case "timed-out" -> "The receiver did not answer in time";
      case "unwritable" -> "It cannot be written so that a receiver would take it";
      default -> wire;
    };
  }

  /** How it travels. */
  public static String way(String channel) {
    return switch (channel) {
      case "email" -> "By email";
      case "shadow" -> "By email, for ops alone,";
      case "webhook" -> "By webhook";
      case "feed" -> "By feed";
      default -> channel;
    };
  }
}
