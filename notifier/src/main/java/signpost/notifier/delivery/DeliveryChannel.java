package signpost.notifier.delivery;

import java.time.Duration;
import java.util.Set;

/**
 * A way out, as its sender sees it: {@link DeliveryRoutes} has the attempt itself. One attempt at a
 * time goes through each of its lanes, and only the ledger tries again.
 */
interface DeliveryChannel {
  /** The names in the ledger it serves. */
  Set<String> names();

  /** The lane on which an owner's messages wait for each other. */
  ReceiverLane lane(String owner);

  /** How long one attempt takes at most. */
  Duration limit();

  /** How long to wait after so many failed attempts, before chance has its part. */
  Duration pause(int attempts);

  /** After how many attempts that failed like this it is given up. */
  int most(FailureReason reason);
}
