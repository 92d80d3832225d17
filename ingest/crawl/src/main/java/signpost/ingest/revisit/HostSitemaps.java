package signpost.ingest.revisit;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import signpost.events.FailureClass;
import signpost.ingest.frontier.Frontier;
import signpost.ingest.frontier.HabitStore;
import signpost.ingest.frontier.HostHints;
import signpost.ingest.frontier.HostHints.HintFile;
import signpost.ingest.frontier.Lease;
import signpost.record.store.Database;
import signpost.url.WebUrl;
import signpost.web.extract.FeedLinks;
import signpost.web.extract.FeedText;
import signpost.web.extract.SitemapText;
import signpost.web.extract.SitemapText.SitemapAddress;
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

  /** So many files are asked for, one after the other. */
  private static final int MOST_FILES = 6;

  /** So many of an index come first because they changed last; the rest take turns. */
  private static final int NEWEST = 2;

  private final Database database;
  private final Frontier frontier;
  private final RobotsRules robots;
  private final InstantSource clock;
  private final Map<String, AskedRound> rounds = new ConcurrentHashMap<>();

  /** How many pages were read of its host when a file last listed none of them. */
  private final Map<String, Integer> vain = new ConcurrentHashMap<>();

  /** The files of a host that are yet to be asked for, and how many may be. */
  private record AskedRound(List<String> left, int more, Instant at) {
    AskedRound {
      left = List.copyOf(left);
    }

    AskedRound without(String file) {
      return new AskedRound(left.stream().filter(it -> !it.equals(file)).toList(), more - 1, at);
    }

    /** These first: an index says which of its files changed. */
    AskedRound and(Stream<String> files) {
      return new AskedRound(
          Stream.concat(files, left.stream()).distinct().limit(Math.max(more, 0)).toList(),
          more,
          at);
    }

    /** A host that fails, or has had enough, is asked for no more of them this time. */
    AskedRound ended() {
      return new AskedRound(List.of(), 0, at);
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

  /** What listed nothing is read again, for it may list what is watched since. */
  private static Optional<CacheValidators> validators(HostHints hints, String file) {
    return hints.file(file).filter(HintFile::useful).flatMap(HintFile::validators);
  }

  /** One visit at a time asks a host; robots.txt is looked up when the database is left. */
  private AskedRound begin(Lease lease, Instant now) {
    HostHints hints = database.read(handle -> HabitStore.hints(handle, lease.host()));
    int pages = database.read(handle -> HabitStore.read(handle, lease.host()));
    Optional<Instant> lately = hints.askedAt().filter(it -> now.isBefore(it.plus(EVERY)));
    AskedRound none = new AskedRound(List.of(), MOST_FILES, lately.orElse(now));
    AskedRound round =
        lately.isPresent() || pages < FEWEST_PAGES ? none : none.and(files(lease, hints, pages));
    rounds.put(lease.host(), round);
    return round;
  }

  private Stream<String> files(Lease lease, HostHints hints, int pages) {
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
    return Stream.of(named.stream(), useful, feed(hints, named).stream())
        .flatMap(it -> it)
        .filter(it -> isWorthAsking(hints, it, pages));
  }

  /** Where no sitemap says when pages changed: none is named, or those that are were asked for. */
  private static Optional<String> feed(HostHints hints, List<String> named) {
    boolean known = named.isEmpty() || hints.askedAt().isPresent();
    return hints.feed().filter(_ -> known && !hints.hasUsefulSitemap());
  }

  /** Remembers the feed that a page names, where that may be of use. */
  public void seen(Handle handle, Answered page) {
    String host = page.finalUrl().origin();
    HostHints hints = HabitStore.hints(handle, host);
    if (hints.feed().isEmpty() && !hints.hasUsefulSitemap()) {
      FeedLinks.first(page)
          .ifPresent(feed -> HabitStore.keep(handle, host, hints.naming(feed.href())));
    }
  }

  /** What has listed nothing that is watched is asked for again once other pages are. */
  private boolean isWorthAsking(HostHints hints, String file, int pages) {
    return hints.file(file).map(it -> it.useful() || isNews(file, pages)).orElse(true);
  }

  private boolean isNews(String file, int pages) {
    Integer then = vain.get(file);
    return then == null || then != pages;
  }

  /** Takes the answer. */
  public void asked(
      Handle handle, Lease lease, WantedSitemap wanted, FetchOutcome outcome, Instant now) {
    String host = lease.host();
    String file = wanted.url().href();
    rounds.computeIfPresent(
        host, (_, round) -> isFailure(outcome) ? round.ended() : round.without(file));
    HostHints hints = HabitStore.hints(handle, host).asked(now);
    HabitStore.keep(
        handle,
        host,
        outcome instanceof Answered answer && answer.status() == 200
            ? read(handle, lease, wanted, answer, hints, now)
            : hints.file(file).map(hints::with).orElse(hints));
  }

  private static boolean isFailure(FetchOutcome outcome) {
    return StatusPolicy.of(outcome, Optional.empty()) instanceof Observation.TargetFails fails
        ? fails.failure() != FailureClass.NOT_FOUND && fails.failure() != FailureClass.GONE
        : outcome instanceof Answered answer && answer.status() != 200;
  }

  private HostHints read(
      Handle handle,
      Lease lease,
      WantedSitemap wanted,
      Answered answer,
      HostHints hints,
      Instant now) {
    String text = SitemapText.text(answer.body().bytes());
    SitemapText sitemap = SitemapText.in(text);
    String file = wanted.url().href();
    Optional<CacheValidators> validators = CacheValidators.of(answer.headers());
    if (sitemap.index()) {
      int pages = HabitStore.read(handle, lease.host());
      Stream<String> children =
          children(sitemap, lease.host(), hints, answer)
              .filter(it -> isWorthAsking(hints, it, pages));
      rounds.computeIfPresent(lease.host(), (_, round) -> round.and(children));
      return hints.with(new HintFile(file, validators, true, true));
    }
    boolean feed = FeedText.is(text); // which lists a page once it has changed
    ListedChanges changes =
        feed
            ? ListedChanges.inFeed(handle, lease.host(), FeedText.in(text), answer.finalUrl())
            : ListedChanges.in(handle, lease.host(), sitemap, answer.finalUrl());
    if (!feed && changes.lines().isEmpty()) {
      vain.put(file, HabitStore.read(handle, lease.host()));
    }
    return hints
        .with(new HintFile(file, validators, feed || !changes.lines().isEmpty(), false))
        .trusting(changes.follow(handle, frontier, hints.trust(), now));
  }

  /**
   * Sitemaps of an index: those that changed last, then those that were not asked for, then the one
   * that was asked for longest ago.
   */
  private static Stream<String> children(
      SitemapText index, String host, HostHints hints, Answered answer) {
    List<String> newest =
        index.addresses().stream()
            .filter(SitemapAddress::page)
            .sorted(Comparator.comparing((SitemapAddress it) -> it.changed().orElse("")).reversed())
            .flatMap(it -> WebUrl.parse(it.href(), answer.finalUrl()).stream())
            .filter(it -> it.origin().equals(host))
            .map(WebUrl::href)
            .toList();
    List<String> asked = hints.files().stream().map(HintFile::url).toList();
    Map<String, Integer> lately = new HashMap<>();
    asked.forEach(it -> lately.put(it, asked.size() - lately.size()));
    Stream<String> inTurn =
        newest.stream().sorted(Comparator.comparingInt(it -> lately.getOrDefault(it, 0)));
    return Stream.concat(newest.stream().limit(NEWEST), inTurn).distinct();
  }
}
