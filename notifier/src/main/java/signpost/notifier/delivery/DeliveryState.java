package signpost.notifier.delivery;

/** Where a message is on its way. */
public enum DeliveryState {
  PENDING,
  /** Handed over and not yet answered for; when its lease runs out it is sent again, same id. */
  SENDING,
  SENT,
  /** Failed, and tried again later. */
  FAILED,
  GIVEN_UP
}
