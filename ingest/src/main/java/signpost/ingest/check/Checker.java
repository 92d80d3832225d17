package signpost.ingest.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import signpost.events.WebUrl;
import signpost.ingest.fetch.SiteFetcher;

/** One check from what was given to its report: keeps the targets, each once, and the workers. */
public final class Checker {
  private static final int WORKERS = 128;
  private static final long SECOND = 1_000_000_000L;

  private final Options options;
  private final Inputs inputs;
  private final Progress progress;
  private final SiteFetcher.Named named;
  private final Set<String> sites = ConcurrentHashMap.newKeySet();
  private final Map<String, Target> targets = new ConcurrentHashMap<>();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final Lanes lanes;

  private Checker(Inputs inputs, Options options, Progress progress) {
    this.inputs = inputs;
    this.options = options;
    this.progress = progress;
    Set<String> hosts = new HashSet<>();
    for (String given : inputs.urls()) {
      WebUrl url = WebUrl.of(given);
      hosts.add(url.host() + ":" + url.port());
      if (url.port() == 80 || url.port() == 443) {
        hosts.add(url.host() + ":80");
        hosts.add(url.host() + ":443");
      }
    }
    this.named = new SiteFetcher.Named(hosts, options.headers(), options.allow());
    sites.addAll(hosts);
    this.lanes = new Lanes(this::lane);
  }

  /** Checks; returns when all is done. */
  public static Report check(Inputs inputs, Options options, Progress progress)
      throws InterruptedException {
    return new Checker(inputs, options, progress).run();
  }

  private Lane lane(String host) {
    boolean own = host.equals("file:") || named.hosts().contains(host);
    return new Lane(host, own ? options.maxPerHost() : 1, own ? 0 : SECOND, System.nanoTime());
  }

  private Report run() throws InterruptedException {
    long began = System.nanoTime();
    give();
    try (var fetcher = new SiteFetcher(named, options.timeout(), options.contact());
        var reading = new Reading()) {
      var visits = new Visits(this, options, fetcher, reading);
      AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
      List<Thread> workers = new ArrayList<>();
      for (int i = 0; i < WORKERS; i++) {
        workers.add(Thread.ofVirtual().start(() -> work(visits, fault)));
      }
      for (Thread worker : workers) {
        worker.join();
      }
      if (fault.get() != null) {
        throw new IllegalStateException("The check failed", fault.get());
      }
    }
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new Report(Results.of(targets.values()), requests.get(), took);
  }

  private void work(Visits visits, AtomicReference<@Nullable Throwable> fault) {
    try {
      for (var job = lanes.take(); job.isPresent() && fault.get() == null; job = lanes.take()) {
        visits.visit(job.get());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      fault.compareAndSet(null, e);
      lanes.stop();
    }
  }

  private void give() {
    for (String given : inputs.urls()) {
      WebUrl url = WebUrl.of(given);
      Target target = target(url, 0, true);
      target.refer(new Reference("", 0, 0, "", "", url.fragment().orElse("")));
    }
    for (Path file : inputs.files()) {
      target(WebUrl.of(file.toAbsolutePath().normalize().toUri().toString()), 0, true);
    }
    for (String line : inputs.wrong()) {
      invalid(line, "neither a URL nor a file: " + WebUrl.problem(line).orElse("no such file"))
          .refer(new Reference("", 0, 0, "", "", ""));
    }
  }

  /** The one target of a URL, put in line when it is first heard of. */
  Target target(WebUrl url, int depth, boolean given) {
    String key = url.withoutFragment().href();
    Target fresh = new Target(key, depth);
    Target known = targets.putIfAbsent(key, fresh);
    Target target = known == null ? fresh : known;
    if (given) {
      target.give();
    }
    if (known == null) {
      first(target, url, given);
    } else if (known.nearer(depth, options.depth()) && onSite(url)) {
      lanes.add(laneOf(url), known);
    }
    return target;
  }

  private void first(Target target, WebUrl url, boolean given) {
    Optional<Verdict> known = Judging.bySyntax(url);
    if (known.isPresent()) {
      target.judge(known.get());
    } else if (!given && !options.wants(target.href)) {
      target.judge(Verdict.of(Verdict.Kind.SKIPPED, "left out by --include or --exclude"));
    } else {
      lanes.add(laneOf(url), target);
      return;
    }
    finished();
  }

  /** Something that is not checked, or needs no visit to be known as broken. */
  Target settled(String href, Verdict verdict) {
    return targets.computeIfAbsent(
        href,
        key -> {
          Target target = new Target(key, 0);
          target.judge(verdict);
          finished();
          return target;
        });
  }

  Target invalid(String href, String why) {
    return settled(href, Verdict.of(Verdict.Kind.BROKEN, "not a valid URL: " + why));
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

  Lanes lanes() {
    return lanes;
  }

  void requested() {
    requests.incrementAndGet();
  }

  void finished() {
    progress.at(done.incrementAndGet(), targets.size());
  }
}
