package signpost.notifier.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import signpost.notifier.delivery.Delivery;
import signpost.notifier.delivery.DeliveryChannels;
import signpost.notifier.store.WireName;

/** A message as the API shows it. Its reader is for ops; this API is never public. */
@Serdeable
record DeliveryLine(
    String id,
    String kind,
    String owner,
    String to,
    boolean shadow,
    String channel,
    String subject,
    String state,
    Optional<String> reason,
    String detail,
    int attempts,
    Instant decidedAt,
    Optional<Instant> sentAt,
    List<ToldLine> told) {

  /** What it says of one finding. */
  @Serdeable
  record ToldLine(String guide, String finding, String subject, String kind, String state) {}

  static DeliveryLine of(Delivery delivery) {
    return new DeliveryLine(
        delivery.id(),
        WireName.of(delivery.kind()),
        delivery.owner(),
        delivery.mail().to(),
        delivery.channel().equals(DeliveryChannels.SHADOW),
        delivery.channel(),
        delivery.mail().subject(),
        WireName.of(delivery.state()),
        delivery.reason().map(WireName::of),
        delivery.detail(),
        delivery.attempts(),
        delivery.decidedAt(),
        delivery.sentAt(),
        delivery.told().stream()
            .map(told ->
                new ToldLine(
                    told.guide(),
                    told.finding(),
                    told.subject(),
                    WireName.of(told.kind()),
                    WireName.of(told.state())))
            .toList());
  }
}
