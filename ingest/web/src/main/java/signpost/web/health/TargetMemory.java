package signpost.web.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.events.Attempt;
import signpost.events.FailureClass;
import signpost.events.GoneKind;
import signpost.events.LinkHealth.Unknown;
import signpost.web.health.Observation.InsecureTarget;
import signpost.web.health.Observation.NotAsked;
import signpost.web.health.Observation.PageEnded;
import signpost.web.health.Observation.PageFace;
import signpost.web.health.Observation.StillThere;
import signpost.web.health.Observation.TargetFails;
import signpost.web.health.Observation.TargetWorks;
import signpost.web.health.Observation.WalledTarget;
import signpost.web.health.TargetState.EndingSeen;
import signpost.web.health.TargetState.FailedVisit;
import signpost.web.health.TargetState.PageIdentity;
import signpost.web.health.TargetState.PermanentMove;

/** What a visit adds to what is remembered of a target. */
final class TargetMemory {
  /** An ending is over when it is missed twice this far apart. */
  static final Duration TWICE = Duration.ofMinutes(15);

  private static final int MOST_TITLE = 200;

  /** Looks nearer together than this are one observation. */
  static final Duration APART = Duration.ofMinutes(5);

  /**
   * Failures further apart than this count as two troubles, because nobody knows what happened
   * between them.
   */
  static final Duration HOLE = Duration.ofHours(50);

  private TargetMemory() {}

  static TargetState add(TargetState before, Observation seen, HostView host, Instant now) {
    List<Attempt> tried = AttemptList.with(before.tried(), seen, now);
    return switch (seen) {
      case TargetWorks it ->
          well(before, it.movedTo(), read(before, it, now), known(before, it), tried, now);
      case StillThere it -> {
        Optional<EndingSeen> ending =
            it.same() ? unchanged(before.ending(), now) : unread(before.ending(), now);
        yield well(before, it.movedTo(), ending, before.identity(), tried, now);
      }
      case TargetFails it -> failed(fresh(before, now), it, host, tried, now);
      case WalledTarget _ -> kept(answered(before), walls(before, now), tried);
      case InsecureTarget _ -> kept(before, 0, tried);
      // Nothing was asked, so nothing was learnt: what had been seen still counts.
      case NotAsked _ -> kept(before, before.walls(), tried);
    };
  }

  private static TargetState well(
      TargetState before,
      Optional<String> movedTo,
      Optional<EndingSeen> ending,
      Optional<PageIdentity> identity,
      List<Attempt> tried,
      Instant now) {
    return new TargetState(
        before.health(),
        List.of(),
        false,
        0,
        moved(before, movedTo, now),
        ending,
        tried,
        identity,
        before.said());
  }

  /** A page is known by what it showed while nothing spoke against it. */
  private static Optional<PageIdentity> known(TargetState before, TargetWorks seen) {
    return seen.face().filter(_ -> seen.ending().isEmpty()).isEmpty()
        ? before.identity()
        : seen.face().map(face -> identity(before.identity(), face));
  }

  private static PageIdentity identity(Optional<PageIdentity> before, PageFace face) {
    String title = face.title().substring(0, Math.min(face.title().length(), MOST_TITLE));
    String first = before.flatMap(it -> it.titles().stream().findFirst()).orElse(title);
    boolean vulgar = face.vulgar() || before.map(PageIdentity::vulgar).orElse(false);
    return new PageIdentity(
        first.equals(title) ? List.of(title) : List.of(first, title),
        face.site(),
        vulgar,
        face.holder().or(() -> before.flatMap(PageIdentity::holder)));
  }

  /** What was seen so long ago is no evidence for today, unless it was proven then. */
  private static TargetState fresh(TargetState before, Instant now) {
    return before.failures().isEmpty() || !before.failures().getLast().at().plus(HOLE).isBefore(now)
        ? before
        : before.without(_ -> true);
  }

  /** A host's trouble tells little of one link: only what goes on as it was counts after it. */
  private static TargetState failed(
      TargetState before, TargetFails seen, HostView host, List<Attempt> tried, Instant now) {
    boolean hostIsBack =
        before.health() instanceof Unknown && (host.incident().isEmpty() || !seen.isSilence());
    List<FailedVisit> counted =
        before.failures().stream()
            .filter(it -> !hostIsBack || goesOn(it.failure(), seen.failure()))
            .toList();
    return new TargetState(
        before.health(),
        failures(counted, new FailedVisit(seen.failure(), now, seen.elsewhere())),
        before.mass() || host.neighbours() == HostNeighbours.MISSING_TOO,
        0,
        before.move(),
        before.ending(),
        tried,
        before.identity(),
        before.said());
  }

  /**
   * Returns whether two failures belong to one trouble: they have the same class, or both say that
   * the page is missing.
   */
  private static boolean goesOn(FailureClass before, FailureClass now) {
    return before == now
        || (Evidence.of(before) == Evidence.MISSING && Evidence.of(now) == Evidence.MISSING);
  }

  /**
   * A host that blocks us does answer, so only failures that say that the page is missing still
   * count.
   */
  private static TargetState answered(TargetState before) {
    return before.withFailures(
        before.failures().stream()
            .filter(it -> Evidence.of(it.failure()) == Evidence.MISSING)
            .toList());
  }

  private static TargetState kept(TargetState before, int walls, List<Attempt> tried) {
    return new TargetState(
        before.health(),
        before.failures(),
        before.mass(),
        walls,
        before.move(),
        before.ending(),
        tried,
        before.identity(),
        before.said());
  }

  private static int walls(TargetState before, Instant now) {
    boolean news =
        before.walls() == 0
            || before.tried().isEmpty()
            || apart(before.tried().getLast().at(), now);
    return before.walls() + (news ? 1 : 0);
  }

  private static Optional<PermanentMove> moved(
      TargetState before, Optional<String> to, Instant now) {
    return to.map(it -> move(before.move(), it, now));
  }

  private static PermanentMove move(Optional<PermanentMove> before, String to, Instant now) {
    return before.filter(it -> it.to().equals(to)).orElseGet(() -> new PermanentMove(to, now));
  }

  private static Optional<EndingSeen> read(TargetState before, TargetWorks seen, Instant now) {
    return seen.ending().isPresent()
        ? Optional.of(present(before.ending(), seen.ending().get(), now))
        : before.ending().filter(EndingSeen::confirmed).flatMap(it -> absent(it, now));
  }

  /**
   * A redirect is seen without reading the page, so an ending by a redirect to the home page can be
   * over; other endings stay as they were.
   */
  private static Optional<EndingSeen> unread(Optional<EndingSeen> before, Instant now) {
    boolean led = before.filter(it -> it.ending().kind() == GoneKind.REDIRECTED_HOME).isPresent();
    return led ? before.filter(EndingSeen::confirmed).flatMap(it -> absent(it, now)) : before;
  }

  /** The server says nothing has changed since the last reading: a second sight of the same. */
  private static Optional<EndingSeen> unchanged(Optional<EndingSeen> before, Instant now) {
    return before.flatMap(it -> {
      if (it.absentSince().isPresent()) {
        return absent(it, now);
      }
      // What shows behind a 200 depends on more than the page; only a full answer shows it again.
      return it.confirmed() || Evidence.isNotice(it.ending().kind())
          ? Optional.of(seenAgain(it, it.ending(), now))
          : before;
    });
  }

  /**
   * A page that has said its end twice has ended, even where it now says so in other words; but
   * what shows without being said never takes the place of what was confirmed.
   */
  private static EndingSeen present(Optional<EndingSeen> before, PageEnded ending, Instant now) {
    return before
        .filter(it -> it.confirmed() || it.ending().kind() == ending.kind())
        .map(it -> seenAgain(it, succeeds(it.ending(), ending) ? ending : it.ending(), now))
        .orElseGet(() -> new EndingSeen(ending, now, now, false, Optional.empty()));
  }

  private static boolean succeeds(PageEnded before, PageEnded ending) {
    return before.kind() == ending.kind() || Evidence.isNotice(ending.kind());
  }

  private static EndingSeen seenAgain(EndingSeen before, PageEnded ending, Instant now) {
    boolean apart = !now.isBefore(before.firstAt().plus(Evidence.ofEnding(ending.kind())));
    return new EndingSeen(
        ending, before.firstAt(), now, before.confirmed() || apart, Optional.empty());
  }

  private static Optional<EndingSeen> absent(EndingSeen before, Instant now) {
    Instant since = before.absentSince().orElse(now);
    return now.isBefore(since.plus(TWICE))
        ? Optional.of(
            new EndingSeen(
                before.ending(), before.firstAt(), before.lastAt(), true, Optional.of(since)))
        : Optional.empty();
  }

  /**
   * The first failures and the newest ones. A look moments after another of the same kind is the
   * same observation: asking faster makes no evidence.
   */
  private static List<FailedVisit> failures(List<FailedVisit> before, FailedVisit failure) {
    Evidence kind = Evidence.of(failure.failure());
    boolean news =
        before.stream()
            .filter(it -> Evidence.of(it.failure()) == kind)
            .allMatch(it -> apart(it.at(), failure.at()));
    if (!news) {
      return before;
    }
    List<FailedVisit> all = new ArrayList<>(before);
    all.add(failure);
    if (all.size() > TargetState.MOST_FAILURES) {
      all.remove(TargetState.MOST_FAILURES / 2);
    }
    return all;
  }

  private static boolean apart(Instant before, Instant now) {
    return !now.isBefore(before.plus(APART));
  }
}
