package signpost.sample.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Stream;

/** A small web on one loopback port, told apart by Host header, on which 21 days happen. */
public final class SampleWeb implements AutoCloseable {
  private static final String MAILBOX = "mailbox.localhost";

  private final InstantSource clock;
  private final Function<String, LocalPage> mailbox;
  private final Map<SampleHost, SampleSite> sites = new EnumMap<>(SampleHost.class);
  private final Map<String, LongAdder> visits = new ConcurrentHashMap<>();
  private final SampleAuthority authority = new SampleAuthority();
  private final SampleServer wire;

  private SampleWeb(int port, InstantSource clock, Function<String, LocalPage> mailbox) {
    this.clock = clock;
    this.mailbox = mailbox;
    int pages = 0;
    for (SampleHost twin : SampleHost.values()) {
      SampleSite site = new SampleSite(twin, pages);
      sites.put(twin, site);
      pages += site.size();
    }
    this.wire = SampleServer.listen(port, authority, this::answer);
  }

  /**
   * Listens on 127.0.0.1 (port 0 takes a free one); pages follow the clock. Paths of the host
   * {@code mailbox.localhost} are given to {@code mailbox}.
   */
  public static SampleWeb start(
      int port, InstantSource clock, Function<String, LocalPage> mailbox) {
    return new SampleWeb(port, clock, mailbox);
  }

  /** A Monday at 06:00 in London, where the demo's clock starts. */
  public static Instant dayZero() {
    return HappeningCalendar.DAY_ZERO;
  }

  /** What happens, in order of time, with addresses on a port. */
  public static List<SampleHappening> calendar(int port) {
    return Stream.concat(
            Stream.of(HappeningCalendar.NOISE, HappeningCalendar.NETWORK_GONE),
            HappeningCalendar.SCENES.stream()
                .map(scene -> scene.happening(HappeningCalendar.DAY_ZERO, port)))
        .sorted(Comparator.comparing(SampleHappening::at))
        .toList();
  }

  /** Writes the sample council's catalogue into a folder, with addresses on a port. */
  public static void writeCatalogue(Path folder, int port) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("snap.yaml"), catalogue(port));
    } catch (IOException e) {
      throw new UncheckedIOException("The sample catalogue cannot be written to " + folder, e);
    }
  }

  static String catalogue(int port) {
    return SampleFiles.read("catalogue.yaml").replace("{{port}}", String.valueOf(port));
  }

  /** The port listened on. */
  public int port() {
    return wire.port();
  }

  /**
   * Writes the certificate of the authority that vouches for the secure hosts, and for no other.
   */
  public void writeTrust(Path pem) {
    authority.writeTrust(pem);
  }

  /** How often each address was asked for, robots and sitemaps included, by host and path. */
  public Map<String, Long> visits() {
    Map<String, Long> counted = new TreeMap<>();
    visits.forEach((address, count) -> counted.put(address, count.sum()));
    return counted;
  }

  @Override
  public void close() {
    wire.close();
  }

  private HostResponse answer(WireRequest asked) {
    if (asked.host().equals(MAILBOX)) {
      LocalPage page = mailbox.apply(asked.path());
      return HostResponse.of(page.status(), page.contentType(), page.body());
    }
    if (HappeningCalendar.isNetworkGone(clock.instant())) {
      return new HostResponse.ConnectionCut();
    }
    Optional<SampleHost> twin = SampleHost.named(asked.host());
    if (twin.isEmpty()) {
      return HostResponse.html(
          404, "<title>No such site</title><p>The sample web has no such host.");
    }
    if (!asked.method().equals("GET") && !asked.method().equals("HEAD")) {
      return HostResponse.html(405, "<title>Not allowed</title>").with("Allow", "GET, HEAD");
    }
    String address = asked.host() + asked.path();
    LongAdder count = visits.computeIfAbsent(address, _ -> new LongAdder());
    count.increment();
    VisitNoise noise = new VisitNoise(address.hashCode() * 31L + count.sum());
    SampleSite site = java.util.Objects.requireNonNull(sites.get(twin.get()));
    return site.answer(
        new SampleVisit(asked, clock.instant(), count.intValue(), noise, wire.port()));
  }
}
