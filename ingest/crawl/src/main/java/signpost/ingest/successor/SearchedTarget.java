package signpost.ingest.successor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import signpost.events.PageSuccessor;
import signpost.url.CanonicalUrl;

/**
 * How the search for one target's successor stands.
 *
 * @param since when its end was first seen: another end is another search
 * @param found what the search came to; empty before that
 * @param tries attempts in a row that came to nothing by which to judge; of a search that has
 *     ended, only where it was given up for that
 * @param dueAt when to look next; {@link Instant#MAX} where there is nothing left to look for
 */
record SearchedTarget(
    CanonicalUrl target, Instant since, Optional<PageSuccessor> found, int tries, Instant dueAt) {
  /** Whoever rebuilds a site lets many pages die: those are looked for together. */
  static final Duration SETTLING = Duration.ofMinutes(30);

  /** A page that is offered is visited so often, for as long as it is. */
  private static final Duration LOOKED_AFTER = Duration.ofDays(1);

  /** One bad answer of an offered page proves nothing. */
  private static final Duration LOOKED_AGAIN = Duration.ofHours(1);

  private static final int MISSING_TWICE = 2;

  /** What we fail at costs little meanwhile. */
  static final Duration PUT_OFF = Duration.ofHours(6);

  /** After each attempt that proves nothing; four attempts in a week are enough. */
  private static final List<Duration> RETRIES =
      List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(5));

  /** What an attempt came to. */
  sealed interface SearchResult {
    /** The search ended. */
    record Searched(PageSuccessor successor) implements SearchResult {}

    /** The attempt proves nothing, and another may; {@code why} begins a sentence. */
    record Unsettled(String why) implements SearchResult {}

    /** We failed at it ourselves; the next version may not. */
    record Failed() implements SearchResult {}

    /** The page that was found is still there. */
    record StillThere() implements SearchResult {}

    /** The page that was found is not there now. */
    record NotThere() implements SearchResult {}
  }

  SearchedTarget after(SearchResult result, Instant now) {
    return switch (result) {
      case SearchResult.Searched(PageSuccessor successor) -> ended(successor, now);
      case SearchResult.Unsettled(String why) -> unsettled(why, now);
      case SearchResult.Failed _ -> with(found, tries, now.plus(PUT_OFF));
      case SearchResult.StillThere _ -> with(found, 0, now.plus(LOOKED_AFTER));
      case SearchResult.NotThere _ -> missing(now);
    };
  }

  private SearchedTarget ended(PageSuccessor successor, Instant now) {
    Instant next =
        switch (successor) {
          case PageSuccessor.Offered _, PageSuccessor.Hinted _ -> now.plus(LOOKED_AFTER);
          case PageSuccessor.NotFound _ -> Instant.MAX;
        };
    return with(Optional.of(successor), 0, next);
  }

  private SearchedTarget unsettled(String why, Instant now) {
    return tries < RETRIES.size()
        ? with(found, tries + 1, now.plus(RETRIES.get(tries)))
        : with(
            Optional.of(
                new PageSuccessor.NotFound(
                    "%s, in %d attempts within a week".formatted(why, tries + 1))),
            tries + 1,
            Instant.MAX);
  }

  private SearchedTarget missing(Instant now) {
    return tries + 1 < MISSING_TWICE
        ? with(found, tries + 1, now.plus(LOOKED_AGAIN))
        : ended(
            new PageSuccessor.NotFound("The page that took its place is no longer there either"),
            now);
  }

  private SearchedTarget with(Optional<PageSuccessor> now, int nowTries, Instant nextAt) {
    return new SearchedTarget(target, since, now, nowTries, nextAt);
  }
}
