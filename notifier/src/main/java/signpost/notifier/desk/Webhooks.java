package signpost.notifier.desk;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import signpost.notifier.answer.AnswerIntake.DecisionWaker;
import signpost.notifier.answer.OneLine;
import signpost.notifier.delivery.Endpoint;
import signpost.notifier.delivery.Endpoint.State;
import signpost.notifier.delivery.Endpoints;
import signpost.notifier.delivery.Verification;
import signpost.notifier.delivery.Verification.Verdict;
import signpost.notifier.desk.Limits.What;
import signpost.notifier.token.Purpose;
import signpost.notifier.token.Reading;
import signpost.url.WebUrl;

/** Somebody's webhook: asked whether it wants this before it is used, and taken away again. */
@Singleton
public final class Webhooks {
  private static final int LONGEST = 2_000;

  private final Desk desk;
  private final Verification verification;
  private final DecisionWaker touching;
  private final InstantSource clock;

  Webhooks(
      Desk desk,
      Verification verification,
      DecisionWaker touching,
      @Named("clock") InstantSource clock) {
    this.desk = desk;
    this.verification = verification;
    this.touching = touching;
    this.clock = clock;
  }

  /** Asks an address for its yes; the words of what was done are the secret, shown this once. */
  public Reply set(String token, String url) {
    if (!(desk.tokens().read(Purpose.OWN, token) instanceof Reading.Valid valid)) {
      return Reply.REFUSED;
    }
    String owner = valid.owner();
    if (!desk.database().read(handle -> desk.people().isKnown(handle, owner))) {
      return Reply.REFUSED;
    }
    if (url.isBlank()) {
      return desk.database().write(handle -> remove(handle, owner));
    }
    return WebUrl.parse(url.strip())
        .filter(it -> it.href().length() <= LONGEST)
        .map(it -> set(owner, it))
        .orElseGet(() ->
            Reply.unclear(
                "“" + OneLine.of(url, 80) + "” is no web address. It begins with https://."));
  }

  private Reply set(String owner, WebUrl url) {
    if (!desk.database().write(handle -> desk.limits().allow(handle, What.WEBHOOK, owner, owner))) {
      return Reply.TOO_OFTEN;
    }
    Endpoint endpoint = Verification.fresh(owner, url.href());
    return switch (verification.ask(endpoint)) {
      case Verdict.Wanted _ -> desk.database().write(handle -> save(handle, endpoint));
      case Verdict.NotWanted not -> Reply.unclear(not.problem());
    };
  }

  private Reply save(Handle handle, Endpoint asked) {
    Endpoint ready = new Endpoint(asked.owner(), asked.url(), asked.secret(), State.READY);
    Endpoints.save(handle, ready, clock.instant());
    touching.touch(handle, Set.of(asked.owner()), clock.instant());
    return Reply.done(asked.secret());
  }

  private static Reply remove(Handle handle, String owner) {
    Endpoints.remove(handle, owner);
    return Reply.done("");
  }
}
