package signpost.notifier.desk;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import signpost.notifier.answer.AnswerIntake.DecisionWaker;
import signpost.notifier.answer.OneLine;
import signpost.notifier.delivery.WebhookEndpoint;
import signpost.notifier.delivery.WebhookEndpoint.EndpointState;
import signpost.notifier.delivery.WebhookEndpoints;
import signpost.notifier.delivery.WebhookVerification;
import signpost.notifier.delivery.WebhookVerification.VerificationOutcome;
import signpost.notifier.desk.RequestLimits.LimitedRequest;
import signpost.notifier.token.TokenPurpose;
import signpost.notifier.token.TokenReading;
import signpost.url.WebUrl;

/** Somebody's webhook: asked whether it wants this before it is used, and taken away again. */
@Singleton
public final class WebhookDesk {
  private static final int LONGEST = 2_000;

  private final AnswerDesk desk;
  private final WebhookVerification verification;
  private final DecisionWaker touching;
  private final InstantSource clock;

  WebhookDesk(
      AnswerDesk desk,
      WebhookVerification verification,
      DecisionWaker touching,
      @Named("clock") InstantSource clock) {
    this.desk = desk;
    this.verification = verification;
    this.touching = touching;
    this.clock = clock;
  }

  /** Asks an address for its yes; the words of what was done are the secret, shown this once. */
  public DeskReply set(String token, String url) {
    if (!(desk.tokens().read(TokenPurpose.OWN, token) instanceof TokenReading.ValidToken valid)) {
      return DeskReply.REFUSED;
    }
    String owner = valid.owner();
    if (!desk.database().read(handle -> desk.people().isKnown(handle, owner))) {
      return DeskReply.REFUSED;
    }
    if (url.isBlank()) {
      return desk.database().write(handle -> remove(handle, owner));
    }
    return WebUrl.parse(url.strip())
        .filter(it -> it.href().length() <= LONGEST)
        .map(it -> set(owner, it))
        .orElseGet(() ->
            DeskReply.unclear(
                "“" + OneLine.of(url, 80) + "” is no web address. It begins with https://."));
  }

  private DeskReply set(String owner, WebUrl url) {
    if (!desk.database()
        .write(handle -> desk.limits().allow(handle, LimitedRequest.WEBHOOK, owner, owner))) {
      return DeskReply.TOO_OFTEN;
    }
    WebhookEndpoint endpoint = WebhookVerification.fresh(owner, url.href());
    return switch (verification.ask(endpoint)) {
      case VerificationOutcome.WebhookWanted _ ->
          desk.database().write(handle -> save(handle, endpoint));
      case VerificationOutcome.NotWanted not -> DeskReply.unclear(not.problem());
    };
  }

  private DeskReply save(Handle handle, WebhookEndpoint asked) {
    WebhookEndpoint ready =
        new WebhookEndpoint(asked.owner(), asked.url(), asked.secret(), EndpointState.READY);
    WebhookEndpoints.save(handle, ready, clock.instant());
    touching.touch(handle, Set.of(asked.owner()), clock.instant());
    return DeskReply.done(asked.secret());
  }

  private static DeskReply remove(Handle handle, String owner) {
    return DeskReply.settled(WebhookEndpoints.remove(handle, owner), "");
  }
}
