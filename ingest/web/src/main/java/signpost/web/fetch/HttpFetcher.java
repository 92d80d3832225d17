package signpost.web.fetch;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.hc.core5.http.HttpException;
import signpost.url.AddressGuard;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.RedirectHop;

/** Fetches over HTTP/1.1: redirects by hand, the guard on every hop, everything within limits. */
public final class HttpFetcher implements Fetcher, AutoCloseable {
  private final FetchSettings settings;
  private final String agent;
  private final GuardedDialler dialler;
  private final Tls tls;
  private final Optional<OutboundProxy> proxy;
  private final NameLookup names;
  private final VisitAlarms alarms = new VisitAlarms();

  /**
   * A fetcher that looks names up with the system. Opens nothing yet.
   *
   * @param contact where publishers reach whoever asks; may be empty
   * @param certificateClock the time certificates are judged by, where it is not the system's
   * @throws IllegalArgumentException if an address that is let through is none
   */
  public static HttpFetcher of(
      FetchSettings settings, String contact, Optional<InstantSource> certificateClock) {
    return of(settings, contact, certificateClock, Optional.empty());
  }

  /** As {@link #of(FetchSettings, String, Optional)}, through a proxy where there is one. */
  public static HttpFetcher of(
      FetchSettings settings,
      String contact,
      Optional<InstantSource> certificateClock,
      Optional<OutboundProxy> proxy) {
    return new HttpFetcher(
        settings,
        UserAgent.of(contact),
        new GivenNames(settings.resolve(), SystemNames.usual(settings.dnsTimeout())),
        settings.guard(),
        certificateClock,
        proxy);
  }

  HttpFetcher(FetchSettings settings, String agent, NameLookup names, AddressGuard guard) {
    this(settings, agent, names, guard, Optional.empty(), Optional.empty());
  }

  /**
   * {@code certificateClock}: the time certificates are judged by, where it is not the system's.
   */
  HttpFetcher(
      FetchSettings settings,
      String agent,
      NameLookup names,
      AddressGuard guard,
      Optional<InstantSource> certificateClock,
      Optional<OutboundProxy> proxy) {
    this.settings = settings;
    this.agent = agent;
    this.names = names;
    this.dialler = new GuardedDialler(names, guard, settings.connectTimeout());
    this.tls = new Tls(TrustAnchors.sockets(settings.trust(), certificateClock));
    this.proxy = proxy;
  }

  /**
   * Visits a URL.
   *
   * @throws CancellationException if the thread is interrupted: that says nothing about the host
   */
  @Override
  public FetchOutcome fetch(FetchRequest request) {
    return fetch(request, _ -> Optional.empty());
  }

  @Override
  public FetchOutcome fetch(FetchRequest request, HopRule rule) {
    List<RedirectHop> hops = new ArrayList<>();
    try (var deadline = new Deadline(settings.timeout(), alarms)) {
      try {
        return visit(request, rule, hops, deadline);
      } catch (VisitEnded e) {
        throwIfInterrupted();
        return ended(request, hops, e, deadline);
      } catch (IOException | HttpException e) {
        throwIfInterrupted();
        return ended(request, hops, broken(e, deadline), deadline);
      }
    }
  }

  private static FetchOutcome ended(
      FetchRequest request, List<RedirectHop> hops, VisitEnded end, Deadline deadline) {
    WebUrl reached = hops.isEmpty() ? request.url() : hops.getLast().to();
    return ReaddressedOutcome.to(request.url(), end.outcome(reached, deadline.took()));
  }

  private static void throwIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Interrupted amid a visit");
    }
  }

  private VisitEnded broken(Exception e, Deadline deadline) {
    if (deadline.passed()) {
      return VisitEnded.timedOut("no complete answer within " + settings.timeout());
    }
    if (e instanceof SocketTimeoutException) {
      return VisitEnded.timedOut("nothing came for " + settings.readTimeout());
    }
    return VisitEnded.lost(String.valueOf(e.getMessage()));
  }

  private FetchOutcome visit(
      FetchRequest request, HopRule rule, List<RedirectHop> hops, Deadline deadline)
      throws IOException, HttpException, VisitEnded {
    WebUrl url = request.url();
    var cookies = new Cookies();
    Set<String> seen = new HashSet<>();
    while (true) {
      seen.add(asked(url, cookies));
      WebExchange exchange = exchange(url, request, cookies, deadline);
      Optional<String> location = location(exchange);
      if (location.isEmpty()) {
        return answer(request, url, hops, exchange, deadline);
      }
      WebUrl next = next(url, location.get());
      hops.add(new RedirectHop(url, exchange.status(), next));
      cookies.keep(url, exchange.headers());
      boolean loop = seen.contains(asked(next, cookies));
      if (loop || hops.size() > settings.maxHops()) {
        return new FetchOutcome.TooManyRedirects(request.url(), hops, loop, deadline.took());
      }
      Optional<FetchOutcome> ending = rule.ending(next);
      if (ending.isPresent()) {
        return ending.get();
      }
      url = next;
    }
  }

  /** What is asked for: the same address with another cookie may well answer otherwise. */
  private static String asked(WebUrl url, Cookies cookies) {
    return url.withoutFragment().href() + ' ' + cookies.header(url).orElse("");
  }

  private WebExchange exchange(WebUrl url, FetchRequest request, Cookies cookies, Deadline deadline)
      throws IOException, HttpException, VisitEnded {
    boolean secured = url.scheme().equals("https");
    Socket plain = dialled(url, deadline);
    plain.setSoTimeout(deadline.millisFor(settings.readTimeout()));
    Socket socket = secured ? tls.secure(plain, url) : plain;
    Optional<OutboundProxy> asked = secured ? Optional.empty() : proxy;
    WebExchange exchange =
        WebExchange.over(socket, url, request, cookies.header(url), agent, settings, asked);
    if (exchange.status() == 407 && asked.isPresent()) {
      throw asked.get().unauthorised();
    }
    return exchange;
  }

  private Socket dialled(WebUrl url, Deadline deadline) throws VisitEnded {
    return proxy.isPresent()
        ? new ProxyTunnel(proxy.get(), dialler, tls, settings, agent).dial(url, deadline)
        : dialler.dial(url, deadline);
  }

  private static Optional<String> location(WebExchange exchange) {
    return Redirects.location(exchange.status(), exchange.headers());
  }

  /** As browsers do: a fragment outlives a redirect that brings none. */
  private static WebUrl next(WebUrl url, String location) throws VisitEnded {
    Optional<WebUrl> next = url.resolve(location);
    if (next.isEmpty()) {
      throw new VisitEnded((requested, took) ->
          new FetchOutcome.InvalidUrl(
              requested, location, "a redirect leads to something that is no URL", took));
    }
    return next.get().fragment().isEmpty() && url.fragment().isPresent()
        ? WebUrl.of(next.get().href() + "#" + url.fragment().get())
        : next.get();
  }

  private FetchOutcome answer(
      FetchRequest request,
      WebUrl url,
      List<RedirectHop> hops,
      WebExchange exchange,
      Deadline deadline)
      throws IOException, VisitEnded {
    Headers headers = exchange.headers();
    if (exchange.status() == 304 && request.validators().isPresent()) {
      return new FetchOutcome.NotModified(
          request.url(), url, hops, headers, deadline.took(), exchange.certificateEndsAt());
    }
    boolean good = exchange.status() < 300;
    OptionalInt cut =
        good || request.truncateAt().isPresent()
            ? request.truncateAt()
            : OptionalInt.of(settings.maxBytes());
    ResponseBody body =
        new BodyReader(settings, deadline)
            .read(exchange.body(), headers.all("content-encoding"), cut);
    return new FetchOutcome.Answered(
        request.url(),
        url,
        exchange.status(),
        hops,
        headers,
        body,
        deadline.took(),
        exchange.certificateEndsAt(),
        Optional.of(exchange.heads()));
  }

  @Override
  public void close() {
    alarms.close();
    names.close();
  }
}
