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
  private final Map<Twin, Site> sites = new EnumMap<>(Twin.class);
  private final Map<String, LongAdder> visits = new ConcurrentHashMap<>();
  private final Authority authority = new Authority();
  private final Wire wire;

  private SampleWeb(int port, InstantSource clock, Function<String, LocalPage> mailbox) {
    this.clock = clock;
    this.mailbox = mailbox;
    int pages = 0;
    for (Twin twin : Twin.values()) {
      Site site = new Site(twin, pages);
      sites.put(twin, site);
      pages += site.size();
    }
    this.wire = Wire.listen(port, authority, this::answer);
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
    return Calendar.DAY_ZERO;
  }

  /** What happens, in order of time, with addresses on a port. */
  public static List<Happening> calendar(int port) {
    return Stream.concat(
            Stream.of(Calendar.NOISE, Calendar.NETWORK_GONE),
            Calendar.SCENES.stream().map(scene -> scene.happening(Calendar.DAY_ZERO, port)))
        .sorted(Comparator.comparing(Happening::at))
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
    return Resources.read("catalogue.yaml").replace("{{port}}", String.valueOf(port));
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

  private Answer answer(Asked asked) {
    if (asked.host().equals(MAILBOX)) {
      LocalPage page = mailbox.apply(asked.path());
      return Answer.of(page.status(), page.contentType(), page.body());
    }
    if (Calendar.isNetworkGone(clock.instant())) {
      return new Answer.Cut();
    }
    Optional<Twin> twin = Twin.named(asked.host());
    if (twin.isEmpty()) {
      return Answer.html(404, "<title>No such site</title><p>The sample web has no such host.");
    }
    if (!asked.method().equals("GET") && !asked.method().equals("HEAD")) {
      return Answer.html(405, "<title>Not allowed</title>").with("Allow", "GET, HEAD");
    }
    String address = asked.host() + asked.path();
    LongAdder count = visits.computeIfAbsent(address, _ -> new LongAdder());
    count.increment();
    Noise noise = new Noise(address.hashCode() * 31L + count.sum());
    Site site = java.util.Objects.requireNonNull(sites.get(twin.get()));
    return site.answer(new Visit(asked, clock.instant(), count.intValue(), noise, wire.port()));
  }
}
