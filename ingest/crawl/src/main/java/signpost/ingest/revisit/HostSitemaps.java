package signpost.ingest.revisit;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import signpost.events.FailureClass;
import signpost.ingest.frontier.Frontier;
import signpost.ingest.frontier.HabitStore;
import signpost.ingest.frontier.HostHints;
import signpost.ingest.frontier.HostHints.HintFile;
import signpost.ingest.frontier.Lease;
import signpost.ingest.revisit.SiteListing.ListedPages;
import signpost.ingest.revisit.SiteListing.NoListing;
import signpost.ingest.revisit.SiteListing.SitemapIndex;
import signpost.record.store.Database;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchRequest.CacheValidators;
import signpost.web.health.Observation;
import signpost.web.health.StatusPolicy;
import signpost.web.politeness.RobotsRules;

/**
 * Asks hosts for the sitemaps that their robots.txt names, or else for the feed that a page of them
 * names, twice a day and in place of a visit, and brings forward the visits of pages that are said
 * to have changed. A hint proves nothing and puts nothing off.
 */
@Singleton
public final class HostSitemaps {
  private static final Duration EVERY = Duration.ofHours(12);

  /** Where fewer pages are read, to visit them takes no longer than to ask for a sitemap. */
  private static final int FEWEST_PAGES = 3;

  /** What listed nothing that is watched is read again after so long. */
  private static final Duration VAIN_FOR = Duration.ofDays(14);

  /** So many files are asked for, one after the other. */
  private static final int MOST_FILES = 6;

  /** So many of an index come first because they changed last; the rest take turns. */
  private static final int NEWEST = 2;

  private final Database database;
  private final Frontier frontier;
  private final RobotsRules robots;
  private final InstantSource clock;
  private final Map<String, AskedRound> rounds = new ConcurrentHashMap<>();

  /** The files of a host that were asked for, those that are yet to be, and how many may be. */
  private record AskedRound(Set<String> asked, List<String> left, int more, Instant at) {
    AskedRound {
      asked = Set.copyOf(asked);
      left = List.copyOf(left);
    }

    AskedRound without(String file) {
      Set<String> with =
          Stream.concat(asked.stream(), Stream.of(file)).collect(toUnmodifiableSet());
      List<String> others = left.stream().filter(it -> !it.equals(file)).toList();
      return new AskedRound(with, others, more - 1, at);
    }

    /** These first: an index says which of its files changed. */
    AskedRound and(Stream<String> files) {
      List<String> next =
          Stream.concat(files, left.stream())
              .distinct()
              .filter(it -> !asked.contains(it))
              .limit(Math.max(more, 0))
              .toList();
      return new AskedRound(asked, next, more, at);
    }

    /** A host that fails, or has had enough, is asked for no more of them this time. */
    AskedRound ended() {
      return new AskedRound(asked, List.of(), 0, at);
    }
  }

  /** What is kept of a host, and how many of its pages are read. */
  private record KnownHost(HostHints hints, int pages) {
    static KnownHost of(Handle handle, String host) {
      return new KnownHost(HabitStore.hints(handle, host), HabitStore.read(handle, host));
    }

    KnownHost asked(Instant now) {
      return new KnownHost(hints.asked(now), pages);
    }

    /** What has listed nothing that is watched is asked for again once other pages are. */
    boolean isWorthAsking(String file, Instant now) {
      return hints
          .file(file)
          .map(it -> it.useful() || it.pages() != pages || now.isAfter(it.askedAt().plus(VAIN_FOR)))
          .orElse(true);
    }
  }

  /** A file that was asked for, with what its answer says of when to ask again. */
  private record AskedFile(String url, Optional<CacheValidators> validators) {
    HintFile known(boolean useful, boolean index, KnownHost host, Instant now) {
      return new HintFile(url, validators, useful, index, host.pages(), now);
    }
  }

  /** A sitemap to ask for, and what is known of its last answer. */
  public record WantedSitemap(WebUrl url, Optional<CacheValidators> validators) {}

  HostSitemaps(
      Database database,
      Frontier frontier,
      RobotsRules robots,
      @Named("clock") InstantSource clock) {
    this.database = database;
    this.frontier = frontier;
    this.robots = robots;
    this.clock = clock;
  }

  /** The file to ask for in place of a target of its host, if one waits. */
  public Optional<WantedSitemap> toAsk(Lease lease) {
    Instant now = clock.instant();
    AskedRound known = rounds.get(lease.host());
    AskedRound round =
        known != null && now.isBefore(known.at().plus(EVERY)) ? known : begin(lease, now);
    return round.left().stream().findFirst().flatMap(it -> wanted(lease.host(), it));
  }

  private Optional<WantedSitemap> wanted(String host, String file) {
    HostHints hints = database.read(handle -> HabitStore.hints(handle, host));
    return WebUrl.parse(file).map(url -> new WantedSitemap(url, validators(hints, file)));
  }

  /**
   * What listed nothing is read again, for it may list what is watched since, and so is an index:
   * which of its sitemaps have their turn is not said by "not modified".
   */
  private static Optional<CacheValidators> validators(HostHints hints, String file) {
    return hints.file(file).filter(it -> it.useful() && !it.index()).flatMap(HintFile::validators);
  }

  /** One visit at a time asks a host; robots.txt is looked up when the database is left. */
  private AskedRound begin(Lease lease, Instant now) {
    KnownHost known = database.read(handle -> KnownHost.of(handle, lease.host()));
    Optional<Instant> lately = known.hints().askedAt().filter(it -> now.isBefore(it.plus(EVERY)));
    AskedRound none = new AskedRound(Set.of(), List.of(), MOST_FILES, lately.orElse(now));
    AskedRound round =
        lately.isPresent() || known.pages() < FEWEST_PAGES
            ? none
            : none.and(files(lease, known).filter(it -> known.isWorthAsking(it, now)));
    rounds.put(lease.host(), round);
    return round;
  }

  private Stream<String> files(Lease lease, KnownHost known) {
    HostHints hints = known.hints();
    List<String> named =
        robots.sitemaps(WebUrl.of(lease.requestUrl())).stream()
            .filter(it -> it.origin().equals(lease.host()))
            .map(WebUrl::href)
            .toList();
    Stream<String> useful =
        hints.files().reversed().stream()
            .filter(HintFile::useful)
            .map(HintFile::url)
            .filter(it -> hints.feed().filter(it::equals).isEmpty());
    return Stream.of(named.stream(), useful, feed(hints, named).stream()).flatMap(it -> it);
  }

  /** Where no sitemap says when pages changed: none is named, or those that are were asked for. */
  private static Optional<String> feed(HostHints hints, List<String> named) {
    boolean known = named.isEmpty() || hints.askedAt().isPresent();
    return hints.feed().filter(_ -> known && !hints.hasUsefulSitemap());
  }

  /** Remembers the feed that a page names of its own host, where that may be of use. */
  public void seen(Handle handle, WebUrl feed) {
    String host = feed.origin();
    HostHints hints = HabitStore.hints(handle, host);
    if (hints.feed().isEmpty() && !hints.hasUsefulSitemap()) {
      HabitStore.keep(handle, host, hints.naming(feed.href()));
    }
  }

  /** Takes the answer, and what it lists where it does. */
  public void asked(
      Handle handle,
      Lease lease,
      WantedSitemap wanted,
      FetchOutcome outcome,
      Optional<SiteListing> listing,
      Instant now) {
    String host = lease.host();
    String file = wanted.url().href();
    rounds.computeIfPresent(
        host, (_, round) -> isFailure(outcome) ? round.ended() : round.without(file));
    KnownHost known = KnownHost.of(handle, host).asked(now);
    HabitStore.keep(
        handle,
        host,
        outcome instanceof Answered answer && listing.isPresent()
            ? listed(
                handle,
                host,
                known,
                new AskedFile(file, CacheValidators.of(answer.headers())),
                listing.get(),
                now)
            : unlisted(known.hints(), file, isMissing(outcome)));
  }

  /** A feed that is gone makes room for the one that pages name now. */
  private static HostHints unlisted(HostHints hints, String file, boolean gone) {
    return gone && hints.feed().filter(file::equals).isPresent()
        ? hints.withoutFeed()
        : hints.file(file).map(hints::with).orElse(hints);
  }

  private static boolean isFailure(FetchOutcome outcome) {
    return !isMissing(outcome)
        && (StatusPolicy.of(outcome, Optional.empty()) instanceof Observation.TargetFails
            || (outcome instanceof Answered answer && answer.status() != 200));
  }

  private static boolean isMissing(FetchOutcome outcome) {
    return StatusPolicy.of(outcome, Optional.empty()) instanceof Observation.TargetFails fails
        && (fails.failure() == FailureClass.NOT_FOUND || fails.failure() == FailureClass.GONE);
  }

  private HostHints listed(
      Handle handle,
      String host,
      KnownHost known,
      AskedFile file,
      SiteListing listing,
      Instant now) {
    return switch (listing) {
      case SitemapIndex(List<String> newest) -> {
        Stream<String> children =
            children(newest, known.hints()).filter(it -> known.isWorthAsking(it, now));
        rounds.computeIfPresent(host, (_, round) -> round.and(children));
        yield known.hints().with(file.known(true, true, known, now));
      }
      case NoListing _ -> unlisted(known.hints(), file.url(), true);
      case ListedPages pages -> {
        ListedChanges changes = ListedChanges.of(handle, host, pages);
        boolean useful = pages.feed() || !changes.lines().isEmpty();
        HostHints hints = known.hints().with(file.known(useful, false, known, now));
        yield hints.trusting(changes.follow(handle, frontier, hints.trust(), now));
      }
    };
  }

  /**
   * Sitemaps of an index: those that changed last, then those that were not asked for, then the one
   * that was asked for longest ago.
   */
  private static Stream<String> children(List<String> newest, HostHints hints) {
    List<String> asked = hints.files().stream().map(HintFile::url).toList();
    Map<String, Integer> lately = new HashMap<>();
    asked.forEach(it -> lately.put(it, asked.size() - lately.size()));
    Stream<String> inTurn =
        newest.stream().sorted(Comparator.comparingInt(it -> lately.getOrDefault(it, 0)));
    return Stream.concat(newest.stream().limit(NEWEST), inTurn).distinct();
  }
}
