package signpost.web.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.FetchTrouble;
import signpost.web.politeness.AskedHosts;
import signpost.web.politeness.AskedHosts.HostReply;

/**
 * Answers what a page asks for with what our own fetcher gets: few at a time, so many and so much
 * in all, and none of a host that has said that it is too much or does not answer.
 */
final class PageRequests implements AutoCloseable {
  private static final int AT_ONCE = 4;

  /** So many that nobody waits for may go on beside those. */
  private static final int MOST_LATE = 4;

  /** A page that waits longer for one answer than this has little time left for its own work. */
  private static final long LONGEST_MILLIS = 4_000;

  /** For a host that rests after another visit. */
  private static final Duration LONGEST_REST = Duration.ofSeconds(2);

  private static final int LONGEST_ANSWER = 8 << 20;

  /** What scripts may say in a request without asking, and servers go by. */
  private static final Set<String> SAID = Set.of("accept", "accept-language", "origin", "referer");

  private final AskedHosts hosts;
  private final PausedRequests paused;
  private final PageLosses losses;
  private final BrowserSettings settings;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore turns = new Semaphore(AT_ONCE);
  private final Semaphore late = new Semaphore(MOST_LATE);
  private final Map<String, Answered> redirected = new ConcurrentHashMap<>();

  /** Which request led to an address: what is lost there is lost to whoever asked first. */
  private final Map<String, WebUrl> ledFrom = new ConcurrentHashMap<>();

  private final Set<String> silent = ConcurrentHashMap.newKeySet();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private volatile boolean closed;

  /**
   * One request that is held back.
   *
   * @param lead whether it is for the page itself, to which scripts lead
   */
  private record PageRequest(String id, WebUrl url, Map<String, String> headers, boolean lead) {}

  PageRequests(
      AskedHosts hosts, PausedRequests paused, PageLosses losses, BrowserSettings settings) {
    this.hosts = hosts;
    this.paused = paused;
    this.losses = losses;
    this.settings = settings;
  }

  /** Deals with a request that is no page of its own. */
  void answer(JsonNode event) {
    String id = event.path("requestId").asText();
    JsonNode request = event.path("request");
    String type = event.path("resourceType").asText();
    String url = request.path("url").asText();
    switch (RequestRule.of(type, request.path("method").asText(), url)) {
      case RequestRule.ToEmpty _ -> paused.fulfilEmpty(id, "text/css");
      case RequestRule.ToFetch(WebUrl to) ->
          fetch(new PageRequest(id, to, headers(request), false));
      case RequestRule.ToFail(Optional<DeniedAct> act) -> {
        refused(type, url, act);
        paused.fail(id);
      }
    }
  }

  private void refused(String type, String url, Optional<DeniedAct> act) {
    act.ifPresent(losses::deny);
    if (RequestRule.mayBringWords(type)) {
      String why = act.map(it -> "a page may not " + it.words()).orElse("it is not asked for");
      WebUrl.parse(url).ifPresent(it -> losses.miss(it, why));
    }
  }

  /** Gets the page that the scripts of this one lead to. */
  void lead(String id, WebUrl url) {
    fetch(new PageRequest(id, url, Map.of(), true));
  }

  private void fetch(PageRequest request) {
    Answered known = redirected.remove(request.url().href());
    if (known != null) {
      use(request, known);
    } else if (isSilent(request)) {
      loseSilent(request);
    } else if (asked.incrementAndGet() > settings.requests()) {
      deny(request, DeniedAct.CROWD);
    } else {
      workers.execute(() -> fetchInTurn(request));
    }
  }

  private boolean isSilent(PageRequest request) {
    return silent.contains(request.url().origin());
  }

  private void loseSilent(PageRequest request) {
    lose(request, "its host did not answer in time before");
  }

  private long left() {
    return settings.bytes() - bytes.get();
  }

  private void deny(PageRequest request, DeniedAct act) {
    losses.deny(act);
    lose(request, "a page may not " + act.words());
  }

  private void fetchInTurn(PageRequest request) {
    turns.acquireUninterruptibly();
    CompletableFuture<?> asking = CompletableFuture.completedFuture(request);
    try {
      if (left() <= 0) {
        deny(request, DeniedAct.CROWD);
      } else if (isSilent(request)) {
        loseSilent(request);
      } else if (!closed) {
        asking = ask(request);
      }
    } catch (RuntimeException e) {
      fail(request, e);
    } finally {
      leave(asking);
    }
  }

  /** Whoever is late gives the turn away and goes on beside; if too many do, the turn is kept. */
  private void leave(CompletableFuture<?> asking) {
    boolean beside = late.tryAcquire();
    if (beside) {
      turns.release();
    }
    var _ = asking.whenComplete((_, _) -> (beside ? late : turns).release());
  }

  private void fail(PageRequest request, RuntimeException e) {
    losses.fail(e);
    paused.fail(request.id());
  }

  /** Who asks is never interrupted: robots.txt and paces are kept in a database. */
  private CompletableFuture<HostReply> ask(PageRequest request) {
    var wanted =
        new FetchRequest(
            request.url(),
            Optional.empty(),
            OptionalInt.of(Math.clamp(left(), 1, LONGEST_ANSWER)),
            Optional.empty(),
            request.headers());
    CompletableFuture<HostReply> asking =
        CompletableFuture.supplyAsync(() -> reply(wanted), workers);
    try {
      take(
          request,
          asking
              .thenApply(Optional::of)
              .completeOnTimeout(Optional.empty(), LONGEST_MILLIS, TimeUnit.MILLISECONDS)
              .join());
    } catch (RuntimeException e) {
      fail(request, e);
    }
    return asking;
  }

  private HostReply reply(FetchRequest asking) {
    HostReply first = hosts.ask(asking);
    if (first instanceof HostReply.LeftAlone(Duration still)
        && still.compareTo(LONGEST_REST) <= 0) {
      LockSupport.parkNanos(still.toNanos());
      return hosts.ask(asking);
    }
    return first;
  }

  private void take(PageRequest request, Optional<HostReply> reply) {
    if (reply.isEmpty()) {
      silent.add(request.url().origin());
      lose(request, "no answer came in time");
      return;
    }
    switch (reply.get()) {
      case HostReply.Came(Answered answer) -> take(request, answer);
      case HostReply.Came(FetchOutcome other) -> {
        refusal(other).ifPresent(losses::deny);
        lose(request, FetchTrouble.inWords(other));
      }
      case HostReply.LeadsOn(WebUrl to) -> redirect(request, to);
      case HostReply.LeftAlone _ -> lose(request, "its host is to be left alone for now");
    }
  }

  private void redirect(PageRequest request, WebUrl to) {
    ledFrom.put(to.withoutFragment().href(), first(request));
    paused.redirect(request.id(), to, why -> lost(request, why));
  }

  private WebUrl first(PageRequest request) {
    return ledFrom.getOrDefault(request.url().href(), request.url());
  }

  private void take(PageRequest request, Answered answer) {
    if (bytes.addAndGet(answer.body().size()) > settings.bytes() || answer.body().truncated()) {
      deny(request, DeniedAct.CROWD);
    } else if (answer.hops().isEmpty()) {
      use(request, answer);
    } else {
      redirected.put(answer.finalUrl().withoutFragment().href(), answer);
      redirect(request, answer.finalUrl());
    }
  }

  private void use(PageRequest request, Answered answer) {
    if (answer.status() < 200 || answer.status() >= 300) {
      lost(request, "it answered " + answer.status());
    }
    if (request.lead()) {
      paused.fulfilPage(request.id(), answer, why -> lost(request, why));
    } else {
      paused.fulfil(request.id(), answer, why -> lost(request, why));
    }
  }

  private void lose(PageRequest request, String why) {
    lost(request, why);
    if (request.lead()) {
      paused.fulfilEmpty(request.id(), "text/html");
    } else {
      paused.fail(request.id());
    }
  }

  private void lost(PageRequest request, String why) {
    if (request.lead()) {
      losses.loseLead(why);
    } else {
      losses.miss(request.url(), why);
      losses.miss(first(request), why);
    }
  }

  private static Optional<DeniedAct> refusal(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.RefusedByRobots _, FetchOutcome.RefusedByPublisher _ ->
          Optional.of(DeniedAct.ROBOTS);
      case FetchOutcome.RefusedByGuard _ -> Optional.of(DeniedAct.ADDRESS);
      case Answered _,
          FetchOutcome.NotModified _,
          FetchOutcome.TooManyRedirects _,
          FetchOutcome.DnsFailure _,
          FetchOutcome.ConnectFailure _,
          FetchOutcome.TlsFailure _,
          FetchOutcome.TimedOut _,
          FetchOutcome.ConnectionLost _,
          FetchOutcome.TooLarge _,
          FetchOutcome.InvalidUrl _ ->
          Optional.empty();
    };
  }

  private static Map<String, String> headers(JsonNode request) {
    Map<String, String> said = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request
        .path("headers")
        .properties()
        .forEach(header -> {
          if (SAID.contains(header.getKey().toLowerCase(Locale.ROOT))) {
            said.put(header.getKey(), header.getValue().asText());
          }
        });
    return said;
  }

  /** Whoever asks still comes to an end by itself, and is heard by nobody. */
  @Override
  public void close() {
    closed = true;
    workers.shutdown();
  }
}
