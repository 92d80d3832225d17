package signpost.notifier.delivery;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import signpost.events.RecordJson;
import signpost.notifier.delivery.Endpoint.State;
import signpost.notifier.delivery.Poster.Posted;

/**
 * Asks a webhook whether it wants our messages: it is sent a challenge and has to answer 2xx with
 * the challenge in what it says. So nobody can point us at a machine that did not ask.
 */
@Singleton
public final class Verification {
  private final Poster poster;

  Verification(Poster poster) {
    this.poster = poster;
  }

  /** What it said. */
  public sealed interface Verdict {
    /** It repeated the challenge. */
    record Wanted() implements Verdict {}

    /** It did not; {@code problem} is for whoever typed the address. */
    record NotWanted(String problem) implements Verdict {}
  }

  /** An endpoint with a secret of its own, not yet asked. */
  public static Endpoint fresh(String owner, String url) {
    return new Endpoint(owner, url, Signature.newSecret(), State.UNVERIFIED);
  }

  /** Asks it. */
  public Verdict ask(Endpoint endpoint) {
    String challenge = UUID.randomUUID().toString();
    Map<String, String> body =
        new TreeMap<>(Map.of("type", "signpost.verification", "challenge", challenge));
    return switch (post(endpoint, "verify-" + challenge, RecordJson.write(body))) {
      case Posted.NotAllowed not ->
          new Verdict.NotWanted("We do not send there: " + not.reason() + ".");
      case Posted.Unanswered un -> new Verdict.NotWanted("It did not answer: " + un.detail() + ".");
      case Posted.Answered answered -> verdict(answered, challenge);
    };
  }

  private Posted post(Endpoint endpoint, String id, String body) {
    try {
      return poster.post(endpoint, id, body);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Posted.Unanswered(FailureReason.UNREACHABLE, "we are just being stopped");
    }
  }

  private static Verdict verdict(Posted.Answered answered, String challenge) {
    if (answered.status() / 100 != 2) {
      return new Verdict.NotWanted(
          "It answered " + answered.status() + ". It must answer 200 and repeat the challenge.");
    }
    return answered.body().contains(challenge)
        ? new Verdict.Wanted()
        : new Verdict.NotWanted(
            "It answered, but did not repeat the challenge we sent it in the JSON field"
                + " “challenge”.");
  }
}
