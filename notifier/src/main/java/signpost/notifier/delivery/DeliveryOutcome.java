package signpost.notifier.delivery;

/** What came of one attempt. */
sealed interface DeliveryOutcome {
  record Accepted() implements DeliveryOutcome {}

  record Refused(FailureReason reason, String detail) implements DeliveryOutcome {}
}
