package signpost.notifier.delivery;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;

/** An owner's feed is read from the ledger itself, so what is entered there has arrived. */
@Singleton
final class FeedChannel implements DeliveryChannel {
  private static final int MOST = 10;

  @Override
  public Set<String> names() {
    return Set.of(DeliveryChannels.FEED);
  }

  @Override
  public ReceiverLane lane(String owner) {
    return ReceiverLane.ofAll(names());
  }

  @Override
  public Duration limit() {
    return Duration.ZERO;
  }

  /** One attempt. */
  DeliveryOutcome attempt(Delivery delivery) {
    return new DeliveryOutcome.Accepted();
  }

  @Override
  public Duration pause(int attempts) {
    return Duration.ZERO;
  }

  @Override
  public int most(FailureReason reason) {
    return MOST;
  }
}
