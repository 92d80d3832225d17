package signpost.ingest.revisit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import signpost.ingest.frontier.Frontier;
import signpost.ingest.frontier.HabitStore;
import signpost.ingest.frontier.HabitStore.WatchedTarget;
import signpost.web.schedule.HintTrust;
import signpost.web.schedule.SitemapHint;
import signpost.web.schedule.SitemapHint.ListedPage;

/** What a sitemap or a feed says of the pages that are watched. */
record ListedChanges(List<ListedTarget> lines) {
  /** A page that was just seen is left alone for so long. */
  private static final Duration APART = Duration.ofHours(1);

  ListedChanges {
    lines = List.copyOf(lines);
  }

  /** A watched page and the line that lists it. */
  record ListedTarget(WatchedTarget target, ListedPage line) {
    static ListedTarget of(WatchedTarget target, String listed) {
      return new ListedTarget(
          target, new ListedPage(target.url().value(), target.habit().listed(), listed));
    }

    /** A feed tells of what is new alone: what it never told of was so when it was last seen. */
    static ListedTarget ofFeed(WatchedTarget target, String listed) {
      Optional<String> before =
          target.habit().listed().or(() -> target.habit().seenAt().map(Instant::toString));
      return new ListedTarget(target, new ListedPage(target.url().value(), before, listed));
    }

    /** A visit has seen what changed before the sitemap told of it. */
    private boolean isSeen() {
      return target.habit().isSeenSince(line.listed());
    }

    /** That visit found a change; one that found none is no proof of the line. */
    private boolean isToldLate() {
      return target.habit().isToldLate(line.listed());
    }
  }

  /** The lines of a host's watched pages that give a time. */
  static ListedChanges of(Handle handle, String host, SiteListing.ListedPages listed) {
    BiFunction<WatchedTarget, String, ListedTarget> line =
        listed.feed() ? ListedTarget::ofFeed : ListedTarget::of;
    return new ListedChanges(
        HabitStore.of(handle, host).stream()
            .filter(it -> it.kind().isRead())
            .flatMap(it ->
                Stream.ofNullable(listed.changed().get(it.url())).map(at -> line.apply(it, at)))
            .toList());
  }

  /** Remembers the lines and makes due what has changed; what its host is to be trusted now. */
  HintTrust follow(Handle handle, Frontier frontier, HintTrust trust, Instant now) {
    return switch (SitemapHint.of(lines.stream().map(ListedTarget::line).toList(), now)) {
      case SitemapHint.ChangedPages(List<ListedPage> pages) ->
          follow(handle, frontier, trust, urls(pages), now);
      case SitemapHint.SitemapLie _ -> {
        lines.forEach(it -> remember(handle, it, false, now));
        yield trust.afterLie();
      }
    };
  }

  private HintTrust follow(
      Handle handle, Frontier frontier, HintTrust trust, Set<String> changed, Instant now) {
    HintTrust after = trust;
    for (ListedTarget it : lines) {
      boolean news = changed.contains(it.line().url()) && !it.isSeen();
      after = changed.contains(it.line().url()) && it.isToldLate() ? after.late() : after;
      remember(handle, it, news, now);
      if (news && trust.isBelieved()) {
        frontier.bringForward(handle, List.of(it.target().url()), soon(it.target(), now));
      }
    }
    return after;
  }

  private static Instant soon(WatchedTarget target, Instant now) {
    return target.habit().seenAt().map(it -> it.plus(APART)).filter(now::isBefore).orElse(now);
  }

  private static void remember(Handle handle, ListedTarget it, boolean changed, Instant now) {
    boolean same = it.line().before().filter(it.line().listed()::equals).isPresent();
    if (!same || changed) {
      HabitStore.keep(
          handle, it.target().url(), it.target().habit().listed(it.line().listed(), changed, now));
    }
  }

  private static Set<String> urls(List<ListedPage> pages) {
    return pages.stream().map(ListedPage::url).collect(Collectors.toSet());
  }
}
