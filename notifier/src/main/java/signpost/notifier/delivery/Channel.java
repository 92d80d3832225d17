package signpost.notifier.delivery;

import java.time.Duration;
import java.util.Set;

/**
 * A way out. One attempt at a time goes through each, on a thread of its own, so that a receiver
 * who hangs holds up nobody else's channel. Only the ledger tries again.
 */
interface Channel {
  /** The names in the ledger it serves. */
  Set<String> names();

  /** One attempt, of half a minute at most. The same delivery is sent under the same id. */
  DeliveryOutcome attempt(Delivery delivery);

  /** How long to wait after so many failed attempts, before chance has its part. */
  Duration pause(int attempts);

  /** After how many attempts that failed like this it is given up. */
  int most(FailureReason reason);
}
