package signpost.notifier.delivery;

/** Where a message is on its way. */
public enum DeliveryState {
  PENDING,
  /** Handed over and not yet answered for; after a crash it is sent again under the same id. */
  SENDING,
  SENT,
  /** Failed, and tried again later. */
  FAILED,
  GIVEN_UP
}
