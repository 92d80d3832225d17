package signpost.notifier.delivery;

import java.time.Duration;
import java.util.Set;

/**
 * A way out. One attempt at a time goes through each of its lanes. Only the ledger tries again, and
 * whatever comes of a message is an outcome: what is thrown is our own trouble.
 */
interface Channel {
  /** The names in the ledger it serves. */
  Set<String> names();

  /** The lane on which an owner's messages wait for each other. */
  Lane lane(String owner);

  /** How long one attempt takes at most. */
  Duration limit();

  /** One attempt. The same delivery is sent under the same id. */
  DeliveryOutcome attempt(Delivery delivery) throws InterruptedException;

  /** How long to wait after so many failed attempts, before chance has its part. */
  Duration pause(int attempts);

  /** After how many attempts that failed like this it is given up. */
  int most(FailureReason reason);
}
