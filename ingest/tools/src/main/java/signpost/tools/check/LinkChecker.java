package signpost.tools.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import signpost.url.WebUrl;
import signpost.web.fetch.SiteFetcher;

/** One check from what was given to its report: keeps the targets, each once, and the workers. */
public final class LinkChecker {
  static final CheckVerdict LEFT_OUT =
      CheckVerdict.of(CheckVerdict.ResultClass.SKIPPED, "left out by --include or --exclude");

  private static final CheckVerdict WOULD_BE_ASKED =
      CheckVerdict.of(CheckVerdict.ResultClass.OK, "would be asked for");

  private static final long SECOND = 1_000_000_000L;

  private final CheckOptions options;
  private final CheckInputs inputs;
  private final CheckProgress progress;
  private final SiteFetcher.NamedSite named;
  private final Set<String> sites = ConcurrentHashMap.newKeySet();
  private final Set<String> standIns = ConcurrentHashMap.newKeySet();
  private final Map<String, CheckTarget> targets = new ConcurrentHashMap<>();
  private final DepthBorder border = new DepthBorder();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
  private final HostLanes lanes;
  private volatile boolean stopped;
  private @Nullable TargetVisits visits;
  private final CheckCache cache;

  private LinkChecker(
      CheckInputs inputs, CheckOptions options, CheckCache cache, CheckProgress progress) {
    this.cache = cache;
    this.inputs = inputs;
    this.options = options;
    this.progress = progress;
    this.named = named(inputs, options);
    sites.addAll(named.hosts());
    this.lanes = new HostLanes(this::lane, this::work);
  }

  /** The hosts that were given, by either scheme. */
  static SiteFetcher.NamedSite named(CheckInputs inputs, CheckOptions options) {
    Set<String> hosts = new HashSet<>();
    for (WebUrl url : inputs.urls()) {
      hosts.add(url.host() + ":" + url.port());
      if (url.port() == 80 || url.port() == 443) {
        hosts.add(url.host() + ":80");
        hosts.add(url.host() + ":443");
      }
    }
    return new SiteFetcher.NamedSite(hosts, options.headers(), options.allow(), options.resolve());
  }

  /** Checks; returns when all is done. */
  public static CheckReport check(CheckInputs inputs, CheckOptions options, CheckProgress progress)
      throws InterruptedException {
    return check(inputs, options, CheckCache.none(), progress);
  }

  /** As above; what the cache knows is not asked for, and it learns what is found. */
  static CheckReport check(
      CheckInputs inputs, CheckOptions options, CheckCache cache, CheckProgress progress)
      throws InterruptedException {
    return check(inputs, options, cache, progress, _ -> {});
  }

  /** As above, unless the end comes before: then with what was found until then. */
  static CheckReport check(
      CheckInputs inputs,
      CheckOptions options,
      CheckCache cache,
      CheckProgress progress,
      Consumer<Runnable> end)
      throws InterruptedException {
    var checker = new LinkChecker(inputs, options, cache, progress);
    end.accept(checker::stop);
    return checker.run();
  }

  private void stop() {
    stopped = true;
    lanes.stop();
  }

  private HostLane lane(String host) {
    boolean own = host.equals("file:") || named.hosts().contains(host);
    return new HostLane(host, own ? options.maxPerHost() : 1, own ? 0 : SECOND, System.nanoTime());
  }

  private CheckReport run() throws InterruptedException {
    long began = System.nanoTime();
    try (var fetcher =
            new SiteFetcher(named, options.timeout(), options.contact(), options.authorities());
        var reading = new LinkReader()) {
      visits = new TargetVisits(this, options, fetcher, reading);
      give();
      nearerRead();
      await();
      while (!stopped && (visitForgotten() || visitAgain())) {
        await();
      }
    }
    if (stopped) {
      targets.values().forEach(this::forgetUnsure);
    }
    targets.values().stream()
        .filter(this::keeps)
        .forEach(it -> cache.learn(it, options.fragments()));
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new CheckReport(results().of(targets.values()), requests.get(), took, standIns);
  }

  private TargetResults results() {
    return new TargetResults(options.fragments());
  }

  private void await() throws InterruptedException {
    lanes.await();
    if (fault.get() != null && !stopped) {
      throw new IllegalStateException("The check failed", fault.get());
    }
  }

  /**
   * What is known to be fine, but not whether it has a place that a link asks for, be it by
   * redirects.
   */
  private boolean visitForgotten() {
    if (!options.fragments() || cache.isEmpty()) {
      return false;
    }
    boolean any = false;
    for (CheckTarget target : targets.values()) {
      CheckTarget end = TargetResults.end(target);
      if (end.outgrows(target.references())) {
        queue(end, WebUrl.of(end.href));
        any = true;
      }
    }
    return any;
  }

  /** What was to be visited once more is known by halves: it was not reached. */
  private void forgetUnsure(CheckTarget target) {
    boolean _ = options.fragments() && TargetResults.end(target).outgrows(target.references());
    if (target.again() == null && results().wantsCookies(target)) {
      target.forget();
    }
  }

  private boolean keeps(CheckTarget target) {
    return !target.recalled() && WebUrl.parse(target.href).filter(this::elsewhere).isPresent();
  }

  /** Of a host that was not given, nor is led to by one, so that nobody is at work on it. */
  private boolean elsewhere(WebUrl url) {
    return url.web() && !named.has(url) && !onSite(url) && !url.hasUserinfo();
  }

  /** What redirects led to nothing good, and set cookies, is visited with those. */
  private boolean visitAgain() {
    boolean any = false;
    for (CheckTarget target : targets.values()) {
      if (target.again() == null && results().wantsCookies(target)) {
        WebUrl url = WebUrl.of(target.href);
        var visitor = new LinkVisitor();
        visitor.asks(url);
        int depth = results().readAlready(target) ? Integer.MAX_VALUE : target.depth();
        CheckTarget again = new CheckTarget(url, depth, Optional.of(visitor));
        again.reached(0);
        target.visitAgain(again);
        queue(again, url);
        any = true;
      }
    }
    return any;
  }

  private void work() {
    TargetVisits visiting = Objects.requireNonNull(visits);
    try {
      Optional<HostLanes.CheckJob> job = lanes.next();
      while (job.isPresent() && fault.get() == null) {
        job = lanes.next(job.get(), visiting.visit(job.get()));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      fault.compareAndSet(null, e);
      lanes.stop();
    }
  }

  private void give() {
    for (WebUrl url : inputs.urls()) {
      CheckTarget target = target(url, 0, true);
      target.refer(LinkReference.given(url.fragment().orElse("")));
    }
    for (Path file : inputs.files()) {
      target(WebUrl.of(file.toAbsolutePath().normalize().toUri().toString()), 0, true);
    }
    for (String line : inputs.wrong()) {
      invalid(line, "neither a URL nor a file: " + WebUrl.problem(line).orElse("no such file"))
          .refer(LinkReference.given(""));
    }
  }

  /** The one target of a URL, put in line when it is first heard of. */
  CheckTarget target(WebUrl url, int depth, boolean given) {
    CheckTarget target = known(url, depth, given);
    reached(target, 0);
    return target;
  }

  private CheckTarget known(WebUrl url, int depth, boolean given) {
    WebUrl bare = url.withoutFragment();
    CheckTarget fresh = new CheckTarget(bare, depth, Optional.empty());
    CheckTarget known = targets.putIfAbsent(bare.href(), fresh);
    CheckTarget target = known == null ? fresh : known;
    if (given) {
      target.give();
    }
    if (known == null) {
      first(target, url, given);
    } else {
      nearer(known, depth);
    }
    return target;
  }

  /** What a redirect leads to is asked for as well, if it is not the eleventh in a row. */
  void redirected(CheckTarget from, CheckVerdict verdict, WebUrl to, boolean cookies) {
    if (from.redirects(verdict, to, cookies)) {
      follow(from, to);
    }
  }

  private void follow(CheckTarget from, WebUrl to) {
    CheckTarget next =
        !from.given() && !options.wants(to.href())
            ? settled(to.href(), LEFT_OUT)
            : from.visitor
                .map(visitor -> visited(from, to, visitor))
                .orElseGet(() -> known(to, from.depth(), from.given()));
    from.leadTo(next);
    reached(next, from.hops() + 1);
  }

  private CheckTarget visited(CheckTarget from, WebUrl to, LinkVisitor visitor) {
    if (!visitor.asks(to)) {
      return from; // in a circle
    }
    CheckTarget next = new CheckTarget(to.withoutFragment(), from.depth(), Optional.of(visitor));
    next.reached(from.hops() + 1);
    queue(next, to);
    return next;
  }

  /** By a shorter way than before, perhaps: then it may lead further, and so may what follows. */
  private void reached(CheckTarget target, int hops) {
    if (hops >= target.hops()) {
      return;
    }
    Optional<WebUrl> further = target.reached(hops);
    CheckTarget next = target.next();
    if (further.isPresent()) {
      follow(target, further.get());
    } else if (next != null) {
      reached(next, hops + 1);
    }
  }

  /** A known target is linked once more. */
  void linked(CheckTarget known, int depth) {
    nearer(known, depth);
    reached(known, 0);
  }

  /** Perhaps nearer to where we began. */
  private void nearer(CheckTarget known, int depth) {
    if (known.nearer(depth, options.depth())) {
      WebUrl url = WebUrl.of(known.href);
      if (unasked(url).isPresent()) {
        return;
      }
      if (border.lets(known) || (known.unread() && onSite(url))) {
        queue(known, url);
      }
    }
  }

  private void first(CheckTarget target, WebUrl url, boolean given) {
    Optional<CheckVerdict> known = unasked(url);
    known.ifPresent(target::judge);
    if (known.isPresent() || (!given && recalls(target, url))) {
      finished(target);
      return;
    }
    boolean edge = !given && target.depth() >= options.depth() && onSite(url);
    if (!edge || !border.holds(target)) {
      queue(target, url);
    }
  }

  /** What is said without a visit; nothing of the web is visited for a list of it. */
  private Optional<CheckVerdict> unasked(WebUrl url) {
    return VisitJudge.bySyntax(url)
        .or(() -> options.dump() && url.web() ? Optional.of(WOULD_BE_ASKED) : Optional.empty());
  }

  /** Whether it was fine lately, and its links are not wanted. */
  private boolean recalls(CheckTarget target, WebUrl url) {
    if (!elsewhere(url)) {
      return false;
    }
    Optional<CheckCache.FineTarget> fine = cache.fine(target.href, options.accept());
    fine.ifPresent(it ->
        target.recall(new CheckVerdict(CheckVerdict.ResultClass.OK, it.status(), ""), it.places()));
    return fine.isPresent();
  }

  private void queue(CheckTarget target, WebUrl url) {
    if (target.depth() < options.depth() && onSite(url)) {
      target.count();
      border.begins();
    }
    lanes.add(laneOf(url), target);
  }

  /** Something that is not checked, or needs no visit to be known as broken. */
  CheckTarget settled(String href, CheckVerdict verdict) {
    CheckTarget fresh = new CheckTarget(href, 0);
    fresh.judge(verdict);
    CheckTarget known = targets.putIfAbsent("not asked for: " + href, fresh);
    if (known == null) {
      finished(fresh);
    }
    return known == null ? fresh : known;
  }

  CheckTarget invalid(String href, String why) {
    return settled(
        href, CheckVerdict.of(CheckVerdict.ResultClass.BROKEN, "not a valid URL: " + why));
  }

  private String laneOf(WebUrl url) {
    if (url.scheme().equals("file")) {
      return "file:";
    }
    return named.has(url) ? url.host() + ":" + url.port() : url.host();
  }

  boolean onSite(WebUrl url) {
    return url.scheme().equals("file") || sites.contains(url.host() + ":" + url.port());
  }

  /** Where a given URL redirects to is the site meant, although only its name is public. */
  void alsoSite(WebUrl url) {
    sites.add(url.host() + ":" + url.port());
  }

  /** One address was put in the place of another: its host too, if that is another. */
  void standsFor(WebUrl url, WebUrl linked) {
    standIns.add(url.host().equals(linked.host()) ? url.withoutFragment().href() : url.host());
  }

  void requested() {
    requests.incrementAndGet();
  }

  void finished(CheckTarget target) {
    int finished = target.finishes() ? done.incrementAndGet() : done.get();
    if (!stopped) {
      progress.at(finished, targets.size());
    }
    if (target.counts()) {
      nearerRead();
    }
  }

  private void nearerRead() {
    for (CheckTarget free : border.ends()) {
      queue(free, WebUrl.of(free.href));
    }
  }
}
