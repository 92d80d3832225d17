package signpost.notifier.delivery;

/** What came of one attempt. */
sealed interface DeliveryOutcome {
  record Accepted() implements DeliveryOutcome {}

  /** {@code forGood}: no later attempt will fare better. */
  record Refused(FailureReason reason, String detail, boolean forGood) implements DeliveryOutcome {
    static Refused forGood(String detail) {
      return new Refused(FailureReason.REJECTED, detail, true);
    }
  }
}
