package signpost.bench.scale;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import signpost.events.Attempt;
import signpost.events.Explanation;
import signpost.events.FailureClass;
import signpost.events.GoneKind;
import signpost.events.HealthEvent.HealthJudged;
import signpost.events.LinkHealth;
import signpost.url.CanonicalUrl;

/** Health of links in the shares that collections of links have after some years. */
final class MadeHealth {
  private static final Explanation WELL =
      new Explanation("It answers.", "Readers get what was meant.", Explanation.NOTHING_TO_DO);
  private static final Explanation ILL =
      new Explanation(
          "It does not answer as it did, at three visits on two days.",
          "Readers of the guide do not find what was meant.",
          "Look for where it went, replace it or take it out.");

  private MadeHealth() {}

  static HealthJudged of(CanonicalUrl target, boolean placed, Instant at, RandomGenerator random) {
    LinkHealth health = state(at.minus(Duration.ofDays(1 + random.nextInt(90))), random);
    boolean well = health instanceof LinkHealth.Ok;
    return new HealthJudged(
        target,
        health,
        well ? WELL : ILL,
        placed,
        Optional.of(target.value()),
        at,
        Optional.of(at.plus(Duration.ofDays(7))),
        List.of(new Attempt(at, well ? "It worked" : "It did not go as it should")),
        List.of());
  }

  private static LinkHealth state(Instant since, RandomGenerator random) {
    int share = random.nextInt(1_000);
    if (share < 860) {
      return new LinkHealth.Ok();
    } else if (share < 900) {
      return new LinkHealth.Moved("https://moved.test/", since);
    } else if (share < 945) {
      return new LinkHealth.Broken(FailureClass.NOT_FOUND, since);
    } else if (share < 965) {
      return new LinkHealth.Blocked("403", since);
    } else if (share < 977) {
      return new LinkHealth.Suspect(FailureClass.TIMED_OUT, since);
    } else if (share < 987) {
      return new LinkHealth.GoneInPlace(
          GoneKind.WITHDRAWN, since, "This publication was withdrawn", Optional.empty());
    } else if (share < 993) {
      return new LinkHealth.TlsProblem("its certificate ends soon", Optional.empty());
    }
    return new LinkHealth.NotChecked("its robots.txt does not allow it");
  }
}
