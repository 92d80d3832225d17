package signpost.notifier.desk;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.notifier.delivery.Delivery;
import signpost.notifier.delivery.DeliveryChannels;
import signpost.notifier.delivery.DeliveryLedger;
import signpost.notifier.delivery.FeedReaders;
import signpost.notifier.token.TokenPurpose;
import signpost.notifier.token.TokenReading;

/**
 * An owner's messages as a feed, read from the ledger. Its address is good for years and may be
 * known to others, so its messages hold no link that answers in the owner's name.
 */
@Singleton
public final class MessageFeed {
  private static final int MOST = 50;
  private static final Duration LIFE = Duration.ofDays(20 * 365);

  private final AnswerDesk desk;
  private final DeliveryLedger ledger;

  MessageFeed(AnswerDesk desk, DeliveryLedger ledger) {
    this.desk = desk;
    this.ledger = ledger;
  }

  static String token(AnswerDesk desk, Handle handle, String owner) {
    String generation = Integer.toString(FeedReaders.open(handle, owner));
    return desk.tokens().issue(TokenPurpose.FEED, owner, generation, LIFE);
  }

  /** The youngest messages, the youngest first; nothing where the address is not good any more. */
  public Optional<List<Delivery>> of(String token) {
    if (!(desk.tokens().read(TokenPurpose.FEED, token) instanceof TokenReading.ValidToken valid)) {
      return Optional.empty();
    }
    return desk.database().read(handle -> isGood(handle, valid))
        ? Optional.of(ledger.latestOf(valid.owner(), DeliveryChannels.FEED, MOST))
        : Optional.empty();
  }

  /** Whoever has left reads no more, nor does whoever knows an address that was changed. */
  private boolean isGood(Handle handle, TokenReading.ValidToken valid) {
    return desk.people().isKnown(handle, valid.owner())
        && FeedReaders.generation(handle, valid.owner())
            .filter(generation -> valid.subject().equals(generation.toString()))
            .isPresent();
  }
}
