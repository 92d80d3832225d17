package signpost.web.browser;

import com.fasterxml.jackson.databind.JsonNode;
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
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.FetchTrouble;
import signpost.web.politeness.AskedHosts;

/**
 * Answers what a page asks for with what our own fetcher gets: few at a time, so many and so much
 * in all, and none of a host that has said that it is too much or does not answer.
 */
final class PageRequests implements AutoCloseable {
  private static final int AT_ONCE = 4;

  /** A page that waits longer for one answer than this has little time left for its own work. */
  private static final long LONGEST_MILLIS = 4_000;

  private static final int LONGEST_ANSWER = 8 << 20;

  /** What scripts may say in a request without asking, and servers go by. */
  private static final Set<String> SAID = Set.of("accept", "accept-language", "origin", "referer");

  private final AskedHosts hosts;
  private final PausedRequests paused;
  private final PageLosses losses;
  private final BrowserSettings settings;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore turns = new Semaphore(AT_ONCE);
  private final Map<String, Answered> redirected = new ConcurrentHashMap<>();
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

  /** What we got for it. */
  private sealed interface RequestReply {
    record Came(FetchOutcome outcome) implements RequestReply {}

    record Late() implements RequestReply {}

    record LeftAlone() implements RequestReply {}
  }

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
        act.ifPresent(it -> refused(type, url, it));
        paused.fail(id);
      }
    }
  }

  private void refused(String type, String url, DeniedAct act) {
    losses.deny(act);
    if (RequestRule.isRead(type)) {
      WebUrl.parse(url).ifPresent(it -> losses.miss(it, "a page may not " + act.words()));
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
    } else if (silent.contains(request.url().origin())) {
      lose(request, "its host did not answer in time before");
    } else if (asked.incrementAndGet() > settings.requests()) {
      deny(request, DeniedAct.CROWD);
    } else {
      workers.execute(() -> fetchInTurn(request));
    }
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
    try {
      if (left() <= 0) {
        deny(request, DeniedAct.CROWD);
      } else if (!closed) {
        take(request, reply(request));
      }
    } catch (RuntimeException e) {
      losses.fail(e);
      paused.fail(request.id());
    } finally {
      turns.release();
    }
  }

  /** Who asks is never interrupted: robots.txt and paces are kept in a database. */
  private RequestReply reply(PageRequest request) {
    var asking =
        new FetchRequest(
            request.url(),
            Optional.empty(),
            OptionalInt.of(Math.clamp(left(), 1, LONGEST_ANSWER)),
            Optional.empty(),
            request.headers());
    return CompletableFuture.supplyAsync(() -> reply(asking), workers)
        .completeOnTimeout(new RequestReply.Late(), LONGEST_MILLIS, TimeUnit.MILLISECONDS)
        .join();
  }

  private RequestReply reply(FetchRequest asking) {
    return hosts
        .ask(asking)
        .<RequestReply>map(RequestReply.Came::new)
        .orElseGet(RequestReply.LeftAlone::new);
  }

  private void take(PageRequest request, RequestReply reply) {
    switch (reply) {
      case RequestReply.Came(Answered answer) -> take(request, answer);
      case RequestReply.Came(FetchOutcome other) -> {
        refusal(other).ifPresent(losses::deny);
        lose(request, FetchTrouble.inWords(other));
      }
      case RequestReply.Late _ -> {
        silent.add(request.url().origin());
        lose(request, "no answer came in time");
      }
      case RequestReply.LeftAlone _ -> lose(request, "its host is to be left alone for now");
    }
  }

  private void take(PageRequest request, Answered answer) {
    if (bytes.addAndGet(answer.body().size()) > settings.bytes() || answer.body().truncated()) {
      deny(request, DeniedAct.CROWD);
    } else if (answer.hops().isEmpty()) {
      use(request, answer);
    } else {
      redirected.put(answer.finalUrl().withoutFragment().href(), answer);
      paused.redirect(request.id(), answer.finalUrl());
    }
  }

  private void use(PageRequest request, Answered answer) {
    boolean well = answer.status() >= 200 && answer.status() < 300;
    if (request.lead()) {
      if (!well) {
        losses.loseLead("it answered " + answer.status());
      }
      paused.fulfilPage(request.id(), answer);
    } else {
      if (!well) {
        losses.miss(request.url(), "it answered " + answer.status());
      }
      paused.fulfil(request.id(), answer);
    }
  }

  private void lose(PageRequest request, String why) {
    if (request.lead()) {
      losses.loseLead(why);
      paused.fulfilEmpty(request.id(), "text/html");
    } else {
      losses.miss(request.url(), why);
      paused.fail(request.id());
    }
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
