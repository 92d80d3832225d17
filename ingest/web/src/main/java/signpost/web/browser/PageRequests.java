package signpost.web.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.Fetcher;

/**
 * Answers what a page asks for with what our own fetcher gets: few at a time, so many in all, and
 * none of a host that has said that it is too much.
 */
final class PageRequests implements AutoCloseable {
  private static final int AT_ONCE = 4;

  /** A page that waits longer for one answer than this has little time left for its own work. */
  private static final Duration LONGEST = Duration.ofSeconds(4);

  /** What scripts may say in a request without asking, and servers go by. */
  private static final Set<String> SAID = Set.of("accept", "accept-language", "origin", "referer");

  private final Fetcher fetcher;
  private final PausedRequests paused;
  private final WebUrl page;
  private final int most;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore turns = new Semaphore(AT_ONCE);
  private final Map<String, Answered> redirected = new ConcurrentHashMap<>();
  private final Set<String> turnedAway = ConcurrentHashMap.newKeySet();
  private final Set<DeniedAct> denied = ConcurrentHashMap.newKeySet();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger own = new AtomicInteger();
  private final CompletableFuture<String> trouble = new CompletableFuture<>();

  PageRequests(Fetcher fetcher, PausedRequests paused, WebUrl page, int most) {
    this.fetcher = fetcher;
    this.paused = paused;
    this.page = page;
    this.most = most;
  }

  void deny(DeniedAct act) {
    denied.add(act);
  }

  Set<DeniedAct> denied() {
    return denied.isEmpty() ? Set.of() : EnumSet.copyOf(denied);
  }

  /** How many the page made of its own host. */
  int ofItsHost() {
    return own.get();
  }

  /** What the page's own host did not answer. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble.getNow(null));
  }

  /** Deals with a request that is no page of its own. */
  void answer(JsonNode event) {
    String id = event.path("requestId").asText();
    JsonNode request = event.path("request");
    switch (RequestRule.of(
        event.path("resourceType").asText(),
        request.path("method").asText(),
        request.path("url").asText())) {
      case RequestRule.ToEmpty _ -> paused.fulfilEmpty(id, "text/css");
      case RequestRule.ToFetch(WebUrl url) ->
          fetch(id, url, headers(request), answer -> paused.fulfil(id, answer));
      case RequestRule.ToFail(Optional<DeniedAct> act) -> {
        act.ifPresent(denied::add);
        paused.fail(id);
      }
    }
  }

  /** Gets the page that the scripts of this one lead to. */
  void lead(String id, WebUrl url) {
    fetch(id, url, Map.of(), answer -> paused.fulfilPage(id, answer));
  }

  /** What is done with an answer. */
  private interface AnswerUse {
    void take(Answered answer);
  }

  private void fetch(String id, WebUrl url, Map<String, String> headers, AnswerUse use) {
    Answered known = redirected.remove(url.href());
    if (known != null) {
      use.take(known);
    } else if (turnedAway.contains(url.origin())) {
      paused.fail(id);
    } else if (asked.incrementAndGet() > most) {
      denied.add(DeniedAct.CROWD);
      paused.fail(id);
    } else {
      if (url.host().equals(page.host())) {
        own.incrementAndGet();
      }
      workers.execute(() -> fetchInTurn(id, url, headers, use));
    }
  }

  private void fetchInTurn(String id, WebUrl url, Map<String, String> headers, AnswerUse use) {
    try {
      turns.acquire();
      try {
        take(id, url, outcome(FetchRequest.of(url).saying(headers)), use);
      } finally {
        turns.release();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // The browser is being closed.
    }
  }

  private Optional<FetchOutcome> outcome(FetchRequest request) throws InterruptedException {
    Future<FetchOutcome> asking = workers.submit(() -> fetcher.fetch(request));
    try {
      return Optional.of(asking.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | CancellationException _) {
      return Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CancellationException) {
        return Optional.empty();
      }
      throw new IllegalStateException("in a request of " + page.href(), e.getCause());
    } finally {
      asking.cancel(true);
    }
  }

  private void take(String id, WebUrl url, Optional<FetchOutcome> outcome, AnswerUse use) {
    if (outcome.isPresent() && outcome.get() instanceof Answered answer) {
      if (answer.status() == 429 || answer.status() == 503) {
        turnedAway.add(url.origin());
      }
      if (answer.status() >= 500 || answer.status() == 429) {
        said(url, "it answered " + answer.status());
      }
      if (answer.hops().isEmpty()) {
        use.take(answer);
      } else {
        redirected.put(answer.finalUrl().withoutFragment().href(), answer);
        paused.redirect(id, answer.finalUrl());
      }
      return;
    }
    Optional<DeniedAct> act = outcome.flatMap(PageRequests::refusal);
    act.ifPresentOrElse(denied::add, () -> said(url, "no answer came"));
    paused.fail(id);
  }

  private static Optional<DeniedAct> refusal(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.RefusedByRobots _ -> Optional.of(DeniedAct.ROBOTS);
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

  /** What others do not answer, a counter of visits above all, tells nothing of the page. */
  private void said(WebUrl url, String what) {
    if (url.host().equals(page.host())) {
      trouble.complete(url.path() + " is missing: " + what);
    }
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

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
