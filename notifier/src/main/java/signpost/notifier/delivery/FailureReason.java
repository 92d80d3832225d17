package signpost.notifier.delivery;

/** Why a delivery failed: a closed set, shown in the ledger. */
public enum FailureReason {
  /** The receiver will not have this message. */
  REJECTED,
  RATE_LIMITED,
  UNREACHABLE,
  AUTHENTICATION,
  TIMED_OUT,
  /** We cannot write it down so that any receiver would take it. */
  UNWRITABLE
}
