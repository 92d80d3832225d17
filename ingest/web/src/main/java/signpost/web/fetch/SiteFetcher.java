package signpost.web.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import signpost.url.AddressGuard;
import signpost.url.AddressGuard.AddressVerdict;
import signpost.url.IpRange;
import signpost.url.WebUrl;

/**
 * A fetcher for one check of many links: connections are kept open and used again, redirects are
 * given back and not followed, and hosts the user named may have any address but the metadata ones.
 */
public final class SiteFetcher implements Fetcher, AutoCloseable {
  private static final int SMALL = 16 << 10;
  private static final int KEPT = 256;
  private static final AddressGuard STRICT = AddressGuard.strict();

  private final FetchSettings settings;
  private final String agent;
  private final NamedSite named;
  private final AddressGuard usual;
  private final GivenNames names;
  private @Nullable Tls tls;
  private final VisitAlarms alarms = new VisitAlarms();
  private final Map<String, Deque<KeptConnection>> idle = new ConcurrentHashMap<>();
  private volatile boolean closed;
  private final Map<Integer, AddressGuard> open = new ConcurrentHashMap<>();

  /** Where a host that was named has first been reached. */
  private final Map<String, InetAddress> reached = new ConcurrentHashMap<>();

  /**
   * What the user names: {@code hosts} as {@code host:port}, {@code headers} sent to those and to
   * no other, {@code allow} ranges as {@code 10.0.0.0/8:8080}, {@code resolve} names answered
   * without DNS as {@code www.example.org=127.0.0.1}.
   */
  public record NamedSite(
      Set<String> hosts, Map<String, String> headers, List<IpRange> allow, List<String> resolve) {
    public NamedSite {
      hosts = Set.copyOf(hosts);
      headers = Map.copyOf(headers);
      allow = List.copyOf(allow);
      resolve = List.copyOf(resolve);
    }

    /** The sites of these addresses, and nothing besides. */
    public static NamedSite of(Collection<WebUrl> urls) {
      Set<String> hosts = urls.stream().map(NamedSite::host).collect(Collectors.toSet());
      return new NamedSite(hosts, Map.of(), List.of(), List.of());
    }

    private static String host(WebUrl url) {
      return url.host() + ":" + url.port();
    }

    /** Host and port as given, and whether this URL is there. */
    public boolean has(WebUrl url) {
      return hosts.contains(host(url));
    }
  }

  /** A connection and the socket that closes it, whatever it is waiting for. */
  private record KeptConnection(HttpClientConnection http, Socket socket) {}

  /**
   * One request: the address, what is sent along, how much of the answer is read, and whether a
   * page asks, and not the user.
   */
  private record SiteRequest(
      WebUrl url, Map<String, String> headers, BodyLimit wanted, boolean byPage) {
    /** Connections that the user's requests have opened are none for a page's. */
    private String pool() {
      return byPage ? "page " + url.origin() : url.origin();
    }
  }

  /** Says how many bytes of an answer are read, by its content type. */
  @FunctionalInterface
  public interface BodyLimit extends Function<String, Integer> {}

  /** {@code authorities}: a PEM file of certificates believed besides the usual ones. */
  public SiteFetcher(
      NamedSite named, Duration timeout, String contact, Optional<Path> authorities) {
    this(named, timeout, contact, authorities, SystemNames.usual(step(timeout)));
  }

  /** {@code others}: finds the names whose address the user has not given. */
  SiteFetcher(
      NamedSite named,
      Duration timeout,
      String contact,
      Optional<Path> authorities,
      NameLookup others) {
    Duration step = step(timeout);
    this.settings =
        new FetchSettings(
            timeout,
            step,
            step,
            timeout,
            50 << 20,
            200,
            64,
            0,
            16 << 10,
            200,
            List.of(),
            List.of(),
            Set.of(),
            authorities);
    this.agent = UserAgent.of(contact);
    this.named = named;
    this.usual = new AddressGuard(named.allow(), Set.of());
    this.names = new GivenNames(named.resolve(), others);
  }

  private static Duration step(Duration timeout) {
    return timeout.compareTo(Duration.ofSeconds(10)) < 0 ? timeout : Duration.ofSeconds(10);
  }

  /**
   * A name and its address, as it was given.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static String resolved(String entry) {
    GivenNames.read(entry);
    return entry;
  }

  @Override
  public FetchOutcome fetch(FetchRequest request) {
    return fetch(request, false);
  }

  private FetchOutcome fetch(FetchRequest request, boolean byPage) {
    return look(request, _ -> request.truncateAt().orElse(settings.maxBytes()), byPage);
  }

  /**
   * Fetches what scripts of pages ask for. A host that was named is asked only where the user has
   * reached it, whatever its name leads to by then; any other address is guarded as usual.
   */
  public Fetcher forPages() {
    return request -> fetch(request, true);
  }

  /**
   * Whether DNS gives a host none but public addresses, and its port is the web's, whoever was
   * named and whatever is let through. Of a name whose address was given, or that cannot be looked
   * up, nobody knows that.
   */
  public boolean isPublic(WebUrl url) {
    try {
      return !names.gives(url.host())
          && names.lookUp(url.host(), url.port()).stream()
              .allMatch(it -> STRICT.judge(it, url.port()) instanceof AddressVerdict.Allowed);
    } catch (VisitEnded _) {
      return false;
    }
  }

  /** One request without cookies; a redirect is an answer with its {@code Location}. */
  public FetchOutcome look(WebUrl url, BodyLimit wanted) {
    return look(FetchRequest.of(url), wanted, false);
  }

  /** One request with the cookies of its visit. */
  public FetchOutcome look(WebUrl url, Optional<String> cookies, BodyLimit wanted) {
    return look(
        new FetchRequest(url, Optional.empty(), OptionalInt.empty(), cookies, Map.of()),
        wanted,
        false);
  }

  private FetchOutcome look(FetchRequest request, BodyLimit wanted, boolean byPage) {
    WebUrl url = request.url();
    try (var deadline = new Deadline(settings.timeout(), alarms)) {
      try {
        return visit(new SiteRequest(url, sent(request), wanted, byPage), deadline);
      } catch (VisitEnded e) {
        return e.outcome(url, deadline.took());
      } catch (IOException | HttpException e) {
        return broken(e, deadline).outcome(url, deadline.took());
      }
    }
  }

  private VisitEnded broken(Exception e, Deadline deadline) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Interrupted amid a visit");
    }
    if (deadline.passed() || e instanceof SocketTimeoutException) {
      return VisitEnded.timedOut("no complete answer within " + seconds(settings.timeout()));
    }
    return VisitEnded.lost(String.valueOf(e.getMessage()));
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  /** The user's own headers, for the hosts that were named, and those of the visit. */
  private Map<String, String> sent(FetchRequest request) {
    Map<String, String> own = named.has(request.url()) ? named.headers() : Map.of();
    if (request.cookies().isEmpty() && request.headers().isEmpty()) {
      return own;
    }
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(request.headers());
    all.putAll(own);
    request.cookies().ifPresent(set -> all.merge("Cookie", set, (given, it) -> given + "; " + it));
    return all;
  }

  private FetchOutcome visit(SiteRequest asked, Deadline deadline)
      throws IOException, HttpException, VisitEnded {
    KeptConnection kept = idle(asked.pool());
    if (kept != null) {
      try {
        deadline.watch(kept.socket());
        return over(kept, asked, deadline);
      } catch (IOException e) {
        if (deadline.passed() || e instanceof InterruptedIOException) {
          throw e;
        }
        // The server closed it while it was idle: that says nothing about the link.
      }
    }
    return over(connect(asked, deadline), asked, deadline);
  }

  private KeptConnection connect(SiteRequest asked, Deadline deadline)
      throws IOException, VisitEnded {
    WebUrl url = asked.url();
    Socket plain = asked.byPage() ? dialForPage(url, deadline) : dial(url, deadline);
    Socket secured = url.scheme().equals("https") ? tls().secure(plain, url) : plain;
    return new KeptConnection(WebExchange.connection(secured, settings), plain);
  }

  private Socket dial(WebUrl url, Deadline deadline) throws VisitEnded {
    Socket plain = dialler(names, guard(url)).dial(url, deadline);
    if (named.has(url)) {
      reached.putIfAbsent(url.authority(), plain.getInetAddress());
    }
    return plain;
  }

  private Socket dialForPage(WebUrl url, Deadline deadline) throws VisitEnded {
    InetAddress address = reached.get(url.authority());
    return address == null
        ? dialler(names, usual).dial(url, deadline)
        : dialler((_, _) -> List.of(address), guard(url)).dial(url, deadline);
  }

  private GuardedDialler dialler(NameLookup lookUp, AddressGuard guard) {
    return new GuardedDialler(lookUp, guard, settings.connectTimeout());
  }

  /** Made when it is first needed: reading the authorities takes longer than a small check. */
  private synchronized Tls tls() {
    Tls made =
        tls == null ? new Tls(TrustAnchors.sockets(settings.trust(), Optional.empty())) : tls;
    tls = made;
    return made;
  }

  private AddressGuard guard(WebUrl url) {
    return named.has(url)
        ? open.computeIfAbsent(
            url.port(),
            port ->
                new AddressGuard(
                    Stream.of("0.0.0.0/0:" + port, "[::/0]:" + port).map(IpRange::of).toList(),
                    Set.of()))
        : usual;
  }

  private FetchOutcome over(KeptConnection connection, SiteRequest asked, Deadline deadline)
      throws IOException, HttpException, VisitEnded {
    WebUrl url = asked.url();
    WebExchange exchange = WebExchange.over(connection.http(), url, agent, asked.headers());
    Headers headers = exchange.headers();
    int most = Math.min(most(headers, exchange.status(), asked.wanted()), settings.maxBytes());
    ResponseBody body =
        most == 0
            ? ResponseBody.taking(new byte[0], true)
            : new BodyReader(settings, deadline)
                .read(exchange.body(), headers.all("content-encoding"), OptionalInt.of(most));
    if (!body.truncated() && exchange.kept() && deadline.release()) {
      keep(asked.pool(), connection);
    }
    return new FetchOutcome.Answered(
        url, url, exchange.status(), List.of(), headers, body, deadline.took());
  }

  /** What is small is read to its end, for the connection's sake. */
  private static int most(Headers headers, int status, BodyLimit wanted) {
    int most = status < 300 ? wanted.apply(headers.first("content-type").orElse("")) : SMALL;
    String length = headers.first("content-length").orElse("");
    return small(length) ? Math.max(most, SMALL) : most;
  }

  private static boolean small(String length) {
    int bytes = length.isEmpty() || length.length() > 5 ? -1 : 0;
    for (int i = 0; i < length.length() && bytes >= 0; i++) {
      char c = length.charAt(i);
      bytes = c >= '0' && c <= '9' ? bytes * 10 + c - '0' : -1;
    }
    return bytes >= 0 && bytes <= SMALL;
  }

  private @Nullable KeptConnection idle(String pool) {
    Deque<KeptConnection> waiting = idle.get(pool);
    return waiting == null ? null : waiting.pollFirst();
  }

  private void keep(String pool, KeptConnection connection) {
    Deque<KeptConnection> waiting = idle.computeIfAbsent(pool, _ -> new ConcurrentLinkedDeque<>());
    if (waiting.size() < KEPT) {
      waiting.addFirst(connection);
    }
    if (closed) {
      end(waiting);
    }
  }

  /** A visit that is still under way goes on, and its connection is closed once it is over. */
  @Override
  public void close() {
    closed = true;
    idle.values().forEach(SiteFetcher::end);
    alarms.close();
    names.close();
  }

  /** Takes each as a visit would, so that no two have the same one. */
  private static void end(Deque<KeptConnection> waiting) {
    for (var it = waiting.pollFirst(); it != null; it = waiting.pollFirst()) {
      it.http().close(CloseMode.GRACEFUL);
    }
  }
}
