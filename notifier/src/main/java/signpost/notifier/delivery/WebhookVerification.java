package signpost.notifier.delivery;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import signpost.events.RecordJson;
import signpost.notifier.delivery.WebhookEndpoint.EndpointState;
import signpost.notifier.delivery.WebhookPoster.PostOutcome;

/**
 * Asks a webhook whether it wants our messages: it is sent a challenge and has to answer 2xx with
 * the challenge in what it says. So nobody can point us at a machine that did not ask.
 */
@Singleton
public final class WebhookVerification {
  private final WebhookPoster poster;

  WebhookVerification(WebhookPoster poster) {
    this.poster = poster;
  }

  /** What it said. */
  public sealed interface VerificationOutcome {
    /** It repeated the challenge. */
    record WebhookWanted() implements VerificationOutcome {}

    /** It did not; {@code problem} is for whoever typed the address. */
    record NotWanted(String problem) implements VerificationOutcome {}
  }

  /** An endpoint with a secret of its own, not yet asked. */
  public static WebhookEndpoint fresh(String owner, String url) {
    return new WebhookEndpoint(owner, url, WebhookSignature.newSecret(), EndpointState.UNVERIFIED);
  }

  /** Asks it. */
  public VerificationOutcome ask(WebhookEndpoint endpoint) {
    String challenge = UUID.randomUUID().toString();
    Map<String, String> body =
        new TreeMap<>(Map.of("type", "signpost.verification", "challenge", challenge));
    return switch (post(endpoint, "verify-" + challenge, RecordJson.write(body))) {
      case PostOutcome.NotAllowed not ->
          new VerificationOutcome.NotWanted("We do not send there: " + not.reason() + ".");
      case PostOutcome.PostUnanswered un ->
          new VerificationOutcome.NotWanted("It did not answer: " + un.detail() + ".");
      case PostOutcome.PostAnswered answered -> verdict(answered, challenge);
    };
  }

  private PostOutcome post(WebhookEndpoint endpoint, String id, String body) {
    try {
      return poster.post(endpoint, id, body);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new PostOutcome.PostUnanswered(FailureReason.UNREACHABLE, "we are just being stopped");
    }
  }

  private static VerificationOutcome verdict(PostOutcome.PostAnswered answered, String challenge) {
    if (answered.status() / 100 != 2) {
      return new VerificationOutcome.NotWanted(
          "It answered " + answered.status() + ". It must answer 200 and repeat the challenge.");
    }
    return answered.body().contains(challenge)
        ? new VerificationOutcome.WebhookWanted()
        : new VerificationOutcome.NotWanted(
            "It answered, but did not repeat the challenge we sent it in the JSON field"
                + " “challenge”.");
  }
}
