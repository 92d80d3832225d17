package signpost.bench.noise;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import signpost.bench.noise.PageWatch.WatchState;
import signpost.bench.noise.PageWatch.WatchVisit;
import signpost.events.ChangeKind;
import signpost.revision.kind.ChangeSummary;
import signpost.sample.noise.NoiseKind;

/** Watches one page: while nobody writes on it, and after somebody has. */
final class PageTrial {
  /** What owners hear of. Other revisions are kept and shown, and no mail says so. */
  private static final Set<ChangeKind> TELLING =
      EnumSet.complementOf(EnumSet.of(ChangeKind.DATE_ONLY, ChangeKind.COSMETIC));

  private static final Duration TWICE = Duration.ofMinutes(15);

  /** An edit not told by then never is. */
  private static final int LONGEST = 12;

  /** Looks after an edit was told, in which it must not be told again. */
  private static final int AFTERWARDS = 5;

  private final PageWatch watch;

  PageTrial(PageWatch watch) {
    this.watch = watch;
  }

  /**
   * Visits while nobody writes.
   *
   * @param told what owners would have heard of
   * @param kept revisions of dates and of spelling, which nobody hears of
   * @param middle what was known half-way
   */
  record QuietVisits(
      AuthoredPage page,
      List<NoiseKind> habits,
      List<ChangeSummary> told,
      int kept,
      WatchState middle,
      long seed) {

    /** More than may be told. */
    int excess() {
      int allowed = habits.stream().mapToInt(NoiseKind::allowed).sum();
      return Math.max(0, told.size() - allowed);
    }
  }

  /** How an edit was told. */
  enum EditVerdict {
    RIGHT,
    /** Told in time, and not as important as what it means. */
    LIGHT,
    OTHER_KIND,
    LATE,
    NEVER
  }

  /**
   * One edit of one page amid its noise.
   *
   * @param instead what was told, where it was not what it should have been
   * @param again how often something was told afterwards
   */
  record EditResult(
      QuietVisits amid, PageEdit edit, EditVerdict verdict, String instead, int again) {}

  QuietVisits quiet(AuthoredPage page, List<NoiseKind> habits, int visits, long seed) {
    List<ChangeSummary> told = new ArrayList<>();
    int kept = 0;
    WatchState known = WatchState.NOTHING;
    WatchState middle = known;
    for (int i = 0; i < visits; i++) {
      WatchVisit seen = watch.visit(page, page, habits, known, seed);
      known = seen.after();
      middle = i <= visits / 2 ? known : middle;
      seen.told().filter(PageTrial::isTold).ifPresent(told::add);
      kept += seen.told().filter(it -> !isTold(it)).isPresent() ? 1 : 0;
    }
    return new QuietVisits(page, habits, List.copyOf(told), kept, middle, seed);
  }

  /** Nothing where the page has no place for the edit. */
  Optional<EditResult> written(QuietVisits amid, PageEdit edit) {
    Document copy = amid.page().copy();
    if ((amid.page().siteRoot() && !edit.toldOfLanding()) || !edit.make(copy)) {
      return Optional.empty();
    }
    AuthoredPage edited = new AuthoredPage(amid.page().name(), amid.page().url(), copy.outerHtml());
    WatchState known = amid.middle();
    Optional<Instant> firstAt = Optional.empty();
    int sightings = 0;
    for (int i = 0; i < LONGEST; i++) {
      Instant at = known.dueAt();
      boolean hidden = hidden(amid, known);
      WatchVisit seen = watch.visit(amid.page(), edited, amid.habits(), known, amid.seed());
      known = seen.after();
      boolean again = firstAt.filter(first -> !at.isBefore(first.plus(TWICE))).isPresent();
      boolean shown = seen.read() && !hidden;
      sightings += shown && (firstAt.isEmpty() || again) ? 1 : 0;
      if (again && seen.told().isPresent()) {
        return Optional.of(judged(amid, edited, edit, seen, sightings));
      }
      firstAt = firstAt.isEmpty() && shown ? Optional.of(at) : firstAt;
    }
    return Optional.of(new EditResult(amid, edit, EditVerdict.NEVER, "nothing", 0));
  }

  private static boolean hidden(QuietVisits amid, WatchState known) {
    return amid.habits().stream().anyMatch(it -> it.hides(known.moment(amid.seed())));
  }

  private EditResult judged(
      QuietVisits amid, AuthoredPage edited, PageEdit edit, WatchVisit seen, int sightings) {
    ChangeSummary told = seen.told().orElseThrow();
    boolean right = edit.expected().contains(told.kinds().getFirst());
    boolean weighed = told.importance() >= edit.leastImportance();
    EditVerdict known = weighed ? EditVerdict.RIGHT : EditVerdict.LIGHT;
    EditVerdict timely = right ? known : EditVerdict.OTHER_KIND;
    String instead = "%s %.2f %s".formatted(told.kinds(), told.importance(), told.sentence());
    return new EditResult(
        amid,
        edit,
        sightings > 2 ? EditVerdict.LATE : timely,
        sightings > 2 ? "at sighting " + sightings + ": " + instead : instead,
        again(amid, edited, seen.after()));
  }

  private int again(QuietVisits amid, AuthoredPage edited, WatchState after) {
    int again = 0;
    WatchState known = after;
    for (int i = 0; i < AFTERWARDS; i++) {
      WatchVisit seen = watch.visit(amid.page(), edited, amid.habits(), known, amid.seed());
      known = seen.after();
      again += seen.told().filter(PageTrial::isTold).isPresent() ? 1 : 0;
    }
    int allowed = amid.habits().stream().mapToInt(NoiseKind::allowed).sum();
    return Math.max(0, again - allowed);
  }

  private static boolean isTold(ChangeSummary change) {
    return change.kinds().stream().anyMatch(TELLING::contains);
  }
}
