package signpost.notifier.delivery;

/** What came of one attempt: all there is. */
sealed interface DeliveryOutcome {
  /** The receiver has it. */
  record Accepted() implements DeliveryOutcome {}

  /** It does not, and a later attempt may fare better. */
  record DeliveryFailed(FailureReason reason, String detail) implements DeliveryOutcome {}

  /** It never will have it: no later attempt can fare better. */
  record DeliveryRefused(FailureReason reason, String detail) implements DeliveryOutcome {}

  /** Whoever reads there is not written to any more: nothing is kept of it. */
  record Suppressed() implements DeliveryOutcome {}

  /** It wants nothing more from us, neither this nor what comes after. */
  record Unwanted(String detail) implements DeliveryOutcome {}
}
