package signpost.notifier.delivery;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.notifier.delivery.DeliveryOutcome.Accepted;
import signpost.notifier.delivery.DeliveryOutcome.DeliveryFailed;
import signpost.notifier.delivery.DeliveryOutcome.DeliveryRefused;
import signpost.notifier.delivery.DeliveryOutcome.Unwanted;
import signpost.notifier.delivery.WebhookEndpoint.EndpointState;
import signpost.notifier.delivery.WebhookPoster.PostOutcome;
import signpost.record.store.Database;

/** Signed webhooks as Standard Webhooks 1.0 has them, with its waits between attempts. */
@Singleton
final class WebhookChannel implements DeliveryChannel {
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
  private final WebhookPoster poster;
  private final Duration limit;
  private final int hurry;

  WebhookChannel(Database database, WebhookPoster poster, WebhookConfig config) {
    this.database = database;
    this.poster = poster;
    this.limit = config.timeout();
    this.hurry = config.hurry();
  }

  @Override
  public Set<String> names() {
    return Set.of(DeliveryChannels.WEBHOOK);
  }

  /** Each owner's machine is another. */
  @Override
  public ReceiverLane lane(String owner) {
    return ReceiverLane.of(owner, names());
  }

  @Override
  public Duration limit() {
    return limit;
  }

  /** One attempt. */
  DeliveryOutcome attempt(Delivery delivery) throws InterruptedException {
    Optional<WebhookEndpoint> endpoint =
        database
            .read(handle -> WebhookEndpoints.of(handle, delivery.owner()))
            .filter(it -> it.state() == EndpointState.READY);
    return endpoint.isEmpty()
        ? refused("there is no webhook in use any more")
        : outcome(poster.post(endpoint.get(), delivery.id(), WebhookBody.of(delivery)));
  }

  private static DeliveryOutcome outcome(PostOutcome posted) {
    return switch (posted) {
      case PostOutcome.NotAllowed(String reason) ->
          refused("the address is not allowed: " + reason);
      case PostOutcome.PostUnanswered(FailureReason reason, String detail) ->
          new DeliveryFailed(reason, detail);
      case PostOutcome.PostAnswered answered -> byStatus(answered.status());
    };
  }

  private static DeliveryOutcome refused(String detail) {
    return new DeliveryRefused(FailureReason.REJECTED, detail);
  }

  /** Only 2xx is a success; a redirect is none, for it would lead who knows where. */
  private static DeliveryOutcome byStatus(int status) {
    String words = "it answered " + status;
    if (status / 100 == 2) {
      return new Accepted();
    }
    if (status == 410) {
      return new Unwanted(words + ": it wants no more");
    }
    FailureReason reason =
        switch (status) {
          case 429, 503 -> FailureReason.RATE_LIMITED;
          case 401, 403, 407 -> FailureReason.AUTHENTICATION;
          default -> FailureReason.REJECTED;
        };
    return new DeliveryFailed(reason, words);
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
