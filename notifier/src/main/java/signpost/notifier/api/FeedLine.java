package signpost.notifier.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import signpost.notifier.delivery.Delivery;

/** An owner's feed; {@code known} is false where its address is not good any more. */
@Serdeable
record FeedLine(boolean known, List<FeedMessage> entries) {

  /** One message. */
  @Serdeable
  record FeedMessage(String id, String subject, String text, Instant at) {}

  static FeedLine of(List<Delivery> deliveries) {
    return new FeedLine(
        true,
        deliveries.stream()
            .map(it ->
                new FeedMessage(it.id(), it.mail().subject(), it.mail().text(), it.decidedAt()))
            .toList());
  }
}
