package signpost.bench.year;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import signpost.bench.year.ChangingWeb.ChangingPage;
import signpost.web.schedule.HintTrust;
import signpost.web.schedule.SitemapHint;
import signpost.web.schedule.SitemapHint.ListedPage;
import signpost.web.schedule.VisitHabit;
import signpost.web.schedule.VisitPlan;

/** Signpost's own: it knows no rate, learns from its visits, and asks sitemaps twice a day. */
final class LearnedVisits implements VisitPolicy {
  /** As ingest has it. */
  private static final int FEWEST_PAGES = 3;

  private final ChangingWeb web;
  private final Duration promise;
  private final boolean hinting;
  private final VisitHabit[] habits;
  private final HintTrust[] trusts;
  private final List<List<Integer>> ofHost;
  private long hintRequests;

  /** {@code promise}: how long a placed page waits at most. */
  LearnedVisits(ChangingWeb web, int hosts, Duration promise, boolean hinting) {
    this.web = web;
    this.promise = promise;
    this.hinting = hinting;
    this.habits = new VisitHabit[web.pages().size()];
    Arrays.fill(habits, VisitHabit.NEW);
    this.trusts = new HintTrust[hosts];
    Arrays.fill(trusts, HintTrust.NEW);
    this.ofHost =
        IntStream.range(0, hosts).<List<Integer>>mapToObj(_ -> new ArrayList<>()).toList();
    for (int page = 0; page < habits.length; page++) {
      ofHost.get(web.pages().get(page).host()).add(page);
    }
  }

  @Override
  public long next(int page, boolean changed, long now) {
    int host = web.pages().get(page).host();
    VisitHabit before = habits[page];
    boolean said = before.hintedAt().isPresent();
    if (before.listed().isPresent() && before.seenAt().isPresent() && (said || changed)) {
      trusts[host] = trusts[host].after(said, changed);
    }
    habits[page] = before.seen(changed, at(now));
    return now + plan(page).wait(habits[page].untold(trusts[host])).toSeconds();
  }

  private VisitPlan plan(int page) {
    return web.pages().get(page).placed() ? VisitPlan.placed(promise) : VisitPlan.read();
  }

  @Override
  public int[] hinted(long now) {
    return hinting
        ? IntStream.range(0, trusts.length)
            .filter(host -> web.manner(host) != HintManner.NONE)
            .filter(host -> ofHost.get(host).size() >= FEWEST_PAGES)
            .flatMap(host -> asked(host, now))
            .toArray()
        : new int[0];
  }

  private IntStream asked(int host, long now) {
    hintRequests++;
    List<ListedPage> lines = ofHost.get(host).stream().map(page -> line(page, now)).toList();
    return switch (SitemapHint.of(lines, at(now))) {
      case SitemapHint.ChangedPages(List<ListedPage> pages) -> told(host, lines, pages, now);
      case SitemapHint.SitemapLie _ -> {
        lines.forEach(it -> remember(it, false, now));
        trusts[host] = trusts[host].afterLie();
        yield IntStream.empty();
      }
    };
  }

  private IntStream told(int host, List<ListedPage> lines, List<ListedPage> changed, long now) {
    boolean believed = trusts[host].isBelieved();
    List<Integer> news = new ArrayList<>();
    var said = changed.stream().map(ListedPage::url).collect(Collectors.toSet());
    for (ListedPage line : lines) {
      int page = Integer.parseInt(line.url());
      boolean seen = habits[page].isSeenSince(line.listed());
      boolean isNews = said.contains(line.url()) && !seen;
      if (said.contains(line.url()) && habits[page].isToldLate(line.listed())) {
        trusts[host] = trusts[host].late();
      }
      remember(line, isNews, now);
      if (isNews && believed) {
        news.add(page);
      }
    }
    return news.stream().mapToInt(it -> it);
  }

  private void remember(ListedPage line, boolean changed, long now) {
    int page = Integer.parseInt(line.url());
    habits[page] = habits[page].listed(line.listed(), changed, at(now));
  }

  private ListedPage line(int page, long now) {
    ChangingPage it = web.pages().get(page);
    long last =
        web.manner(it.host()) == HintManner.LYING
            ? now
            : it.listed().stream().filter(at -> at <= now).reduce(0L, (_, at) -> at);
    Optional<String> before = habits[page].listed();
    return new ListedPage(Integer.toString(page), before, at(last).toString());
  }

  private static Instant at(long second) {
    return Instant.ofEpochSecond(SimulatedWorld.START + second);
  }

  @Override
  public long hintRequests() {
    return hintRequests;
  }
}
