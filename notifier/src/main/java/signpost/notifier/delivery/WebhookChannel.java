package signpost.notifier.delivery;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.notifier.delivery.DeliveryOutcome.Accepted;
import signpost.notifier.delivery.DeliveryOutcome.Refused;
import signpost.notifier.delivery.Endpoint.State;
import signpost.notifier.delivery.Poster.Posted;
import signpost.notifier.store.Database;

/** Signed webhooks as Standard Webhooks 1.0 has them, with its waits between attempts. */
@Singleton
final class WebhookChannel implements Channel {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private final Database database;
  private final Poster poster;
  private final int hurry;

  WebhookChannel(Database database, Poster poster, WebhookConfig config) {
    this.database = database;
    this.poster = poster;
    this.hurry = config.hurry();
  }

  @Override
  public Set<String> names() {
    return Set.of(Channels.WEBHOOK);
  }

  @Override
  public DeliveryOutcome attempt(Delivery delivery) {
    Optional<Endpoint> endpoint =
        database
            .read(handle -> Endpoints.of(handle, delivery.owner()))
            .filter(it -> it.state() == State.READY);
    return endpoint
        .map(it -> outcome(it, poster.post(it, delivery.id(), WebhookBody.of(delivery))))
        .orElse(Refused.forGood("there is no webhook in use any more"));
  }

  private DeliveryOutcome outcome(Endpoint endpoint, Posted posted) {
    return switch (posted) {
      case Posted.NotAllowed not -> Refused.forGood("the address is not allowed: " + not.reason());
      case Posted.Unanswered un -> new Refused(un.reason(), un.detail(), false);
      case Posted.Answered answered -> byStatus(endpoint, answered.status());
    };
  }

  /** Only 2xx is a success; a redirect is none, for it would lead who knows where. */
  private DeliveryOutcome byStatus(Endpoint endpoint, int status) {
    String words = "it answered " + status;
    if (status / 100 == 2) {
      return new Accepted();
    }
    if (status == 410) {
      database.write(handle -> {
        Endpoints.disable(handle, endpoint.owner());
        return true;
      });
      return Refused.forGood(words + ": it wants no more");
    }
    FailureReason reason =
        switch (status) {
          case 429, 503 -> FailureReason.RATE_LIMITED;
          case 401, 403, 407 -> FailureReason.AUTHENTICATION;
          default -> FailureReason.REJECTED;
        };
    return new Refused(reason, words, false);
  }

  @Override
  public Duration pause(int attempts) {
    return WAITS.get(Math.min(attempts, WAITS.size()) - 1).dividedBy(hurry);
  }

  @Override
  public int most(FailureReason reason) {
    return WAITS.size() + 1;
  }
}
