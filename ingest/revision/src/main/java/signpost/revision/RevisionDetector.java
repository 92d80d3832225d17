package signpost.revision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import signpost.revision.compare.ComparablePage;
import signpost.revision.kind.ChangeSummary;
import signpost.revision.noise.PageSetting;
import signpost.revision.noise.PieceMemory;
import signpost.revision.noise.RevisionState;
import signpost.revision.noise.VisitComparison;
import signpost.web.extract.ReadablePage;

/**
 * Says whether a reading is news. Each piece of a page counts for itself, once it has been seen
 * twice a quarter of an hour apart. What came or went within a fortnight is not news when it does
 * so again, until it has stood for a fortnight; nor is what stands where something else stands at
 * most visits.
 */
public final class RevisionDetector {
  /** A page that shows something new at every visit is not looked at again early. */
  private static final int RESTLESS = 3;

  private static final Duration LATER = Duration.ofDays(1);

  private RevisionDetector() {}

  public static RevisionOutcome see(
      Optional<RevisionState> before, ReadablePage page, PageSetting setting, Instant now) {
    ComparablePage reading = ComparablePage.of(page);
    return before
        .map(state -> see(state, reading, setting, now))
        .orElseGet(() -> new RevisionOutcome.First(RevisionState.first(reading)));
  }

  private static RevisionOutcome see(
      RevisionState state, ComparablePage reading, PageSetting setting, Instant now) {
    if (state.isCalm() && reading.isSameAs(state.told())) {
      return new RevisionOutcome.SameReading(state.leaving(reading.unread()));
    }
    Optional<String> doubt = setting.doubt(state.told(), reading);
    if (doubt.isPresent() && !state.isDoubtfulSince(now.minus(PieceMemory.LATELY))) {
      return new RevisionOutcome.DoubtfulReading(state.withDoubt(now), doubt.get());
    }
    VisitComparison sight = VisitComparison.of(state, reading, setting, now);
    if (!sight.isNews()) {
      return waiting(state, sight, now);
    }
    Instant seenAt = sight.seenAt();
    Optional<Instant> again = sight.lookAgainAt();
    ChangeSummary change = sight.change(setting.siteRoot());
    RevisionState after = sight.after(state.revision() + 1, Optional.of(now), 0);
    return new RevisionOutcome.Confirmed(after, change, seenAt, again);
  }

  private static RevisionOutcome waiting(RevisionState state, VisitComparison sight, Instant now) {
    Optional<Instant> again = sight.lookAgainAt();
    int restless = again.isEmpty() ? 0 : state.restless() + (sight.isFresh() ? 1 : 0);
    RevisionState after = sight.after(state.revision(), state.changedAt(), restless);
    return again
        .<RevisionOutcome>map(
            at -> new RevisionOutcome.SeenOnce(after, restless > RESTLESS ? now.plus(LATER) : at))
        .orElseGet(() -> new RevisionOutcome.SameReading(after));
  }
}
