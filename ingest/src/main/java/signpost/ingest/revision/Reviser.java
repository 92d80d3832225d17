package signpost.ingest.revision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.ingest.extract.ReadablePage;
import signpost.ingest.revision.RevisionState.Pending;
import signpost.ingest.revision.RevisionState.Seen;

/**
 * Says whether a reading is news. A change counts when it is seen twice a quarter of an hour apart.
 * What has been seen within a fortnight is not a change, until it has stood for a fortnight.
 */
public final class Reviser {
  static final Duration TWICE = Duration.ofMinutes(15);
  static final Duration LATELY = Duration.ofDays(14);
  private static final int MOST_LATELY = 32;

  /** A page that shows something new at every visit is not looked at again early. */
  private static final int RESTLESS = 3;

  private static final Duration LATER = Duration.ofDays(1);

  private Reviser() {}

  public static RevisionOutcome see(
      Optional<RevisionState> before, ReadablePage page, boolean siteRoot, Instant now) {
    Reading reading = Reading.of(page);
    if (before.isEmpty()) {
      return new RevisionOutcome.First(first(reading));
    }
    RevisionState state = before.get();
    if (reading.fingerprint().equals(state.told().fingerprint())) {
      return new RevisionOutcome.Same(settled(state, now));
    }
    Optional<Pending> waiting =
        state.pending().filter(it -> it.fingerprint().equals(reading.fingerprint()));
    if (lately(state, reading.fingerprint(), now)) {
      return back(state, waiting, reading, siteRoot, now);
    }
    return waiting.isPresent()
        ? again(state, waiting.get(), reading, siteRoot, now)
        : once(state, reading, now);
  }

  private static RevisionState first(Reading reading) {
    return new RevisionState(1, reading, Optional.empty(), Optional.empty(), List.of(), 0);
  }

  private static RevisionState settled(RevisionState state, Instant now) {
    List<Seen> lately =
        state
            .pending()
            .map(it -> with(state.lately(), it.fingerprint(), now))
            .orElse(state.lately());
    return new RevisionState(
        state.revision(), state.told(), state.changedAt(), Optional.empty(), lately, 0);
  }

  /** A face shown of late is no news, unless from then on the page shows no other. */
  private static RevisionOutcome back(
      RevisionState state,
      Optional<Pending> waiting,
      Reading reading,
      boolean siteRoot,
      Instant now) {
    Pending steady = waiting.orElse(new Pending(reading.fingerprint(), now));
    if (!now.isBefore(steady.firstAt().plus(LATELY))) {
      return confirmed(state, steady, reading, siteRoot, now);
    }
    return new RevisionOutcome.Same(
        new RevisionState(
            state.revision(),
            state.told(),
            state.changedAt(),
            Optional.of(steady),
            with(state.lately(), reading.fingerprint(), now),
            state.restless()));
  }

  private static RevisionOutcome once(RevisionState state, Reading reading, Instant now) {
    int restless = state.pending().isPresent() ? state.restless() + 1 : state.restless();
    Duration wait = restless >= RESTLESS ? LATER : TWICE;
    RevisionState after =
        new RevisionState(
            state.revision(),
            state.told(),
            state.changedAt(),
            Optional.of(new Pending(reading.fingerprint(), now)),
            state.lately(),
            restless);
    return new RevisionOutcome.SeenOnce(after, now.plus(wait));
  }

  private static RevisionOutcome again(
      RevisionState state, Pending pending, Reading reading, boolean siteRoot, Instant now) {
    Instant enoughAt = pending.firstAt().plus(TWICE);
    return now.isBefore(enoughAt)
        ? new RevisionOutcome.SeenOnce(state, enoughAt)
        : confirmed(state, pending, reading, siteRoot, now);
  }

  private static RevisionOutcome confirmed(
      RevisionState state, Pending pending, Reading reading, boolean siteRoot, Instant now) {
    RevisionState after =
        new RevisionState(
            state.revision() + 1,
            reading,
            Optional.of(now),
            Optional.empty(),
            with(state.lately(), state.told().fingerprint(), now),
            0);
    ChangeSummary change =
        Comparison.between(Passing.caughtUp(state.told(), reading), reading, siteRoot);
    return new RevisionOutcome.Confirmed(after, change, pending.firstAt());
  }

  private static boolean lately(RevisionState state, String fingerprint, Instant now) {
    return state.lately().stream()
        .anyMatch(it -> it.fingerprint().equals(fingerprint) && it.at().isAfter(now.minus(LATELY)));
  }

  private static List<Seen> with(List<Seen> lately, String fingerprint, Instant now) {
    List<Seen> all = new ArrayList<>();
    lately.stream()
        .filter(it -> !it.fingerprint().equals(fingerprint) && it.at().isAfter(now.minus(LATELY)))
        .forEach(all::add);
    all.add(new Seen(fingerprint, now));
    return all.subList(Math.max(0, all.size() - MOST_LATELY), all.size());
  }
}
