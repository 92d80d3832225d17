package signpost.tools.archive;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import signpost.successor.PacedFetcher;
import signpost.successor.PacesInMemory;
import signpost.tools.archive.ArchiveAnswer.Captured;
import signpost.tools.archive.ArchiveAnswer.NoAnswer;
import signpost.tools.archive.ArchiveAnswer.NoCapture;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.SiteFetcher;
import signpost.web.fetch.SiteFetcher.NamedSite;
import signpost.web.politeness.HostPacer;
import signpost.web.politeness.PaceSettings;
import signpost.web.politeness.PoliteFetcher;
import signpost.web.politeness.RobotsVerdict;

/**
 * Asks a CDX server, as the Wayback Machine has one, for the newest capture of pages that answered
 * with status 200. It is told of public addresses only. Its copies are on its own host, below
 * {@code /web/}: no address that an answer holds is handed on.
 */
public final class ArchiveSearch implements AutoCloseable {
  /** The Wayback Machine's. */
  public static final String USUAL = "https://web.archive.org/cdx/search/cdx";

  /** The Wayback Machine takes 24 of these requests a minute, and shuts out who asks more. */
  private static final Duration DELAY = Duration.ofMillis(2500);

  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** So many failures in a row: it is down, or wants to be left alone. */
  private static final int ENOUGH = 2;

  private static final int MOST_BYTES = 64 << 10;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final WebUrl archive;
  private final InstantSource clock;
  private final SiteFetcher fetcher;
  private final PacedFetcher asking;

  /**
   * What was found, by page; {@code trouble} is why not all of it may be, the archive the subject
   * of its words.
   */
  public record ArchiveFinds(Map<WebUrl, ArchivedCopy> copies, Optional<String> trouble) {
    public ArchiveFinds {
      copies = Map.copyOf(copies);
    }
  }

  /**
   * Prepares a search.
   *
   * @param archive the address of its CDX server; its host may be private
   * @param resolve names answered without DNS, as {@code www.example.org=127.0.0.1}
   * @param authorities a PEM file of certificates believed besides the usual ones
   */
  public ArchiveSearch(
      WebUrl archive,
      List<String> resolve,
      Duration timeout,
      Optional<Path> authorities,
      String contact) {
    this(
        archive,
        new SiteFetcher(
            new NamedSite(NamedSite.of(List.of(archive)).hosts(), Map.of(), List.of(), resolve),
            timeout,
            contact,
            authorities),
        pace(DELAY),
        InstantSource.system());
  }

  /** {@code pace} and {@code clock}: for tests. */
  ArchiveSearch(WebUrl archive, SiteFetcher fetcher, PaceSettings pace, InstantSource clock) {
    this.archive = archive;
    this.clock = clock;
    this.fetcher = fetcher;
    // Who names an archive, or --suggest, has asked for it: robots.txt is about crawlers.
    this.asking =
        new PacedFetcher(
            new PoliteFetcher(
                _ -> new RobotsVerdict.Allowed(Optional.empty()),
                fetcher,
                new HostPacer(pace),
                clock),
            new PacesInMemory(clock));
  }

  /** As usual, but for the least pause. */
  static PaceSettings pace(Duration delay) {
    PaceSettings usual = PaceSettings.usual();
    return new PaceSettings(
        delay,
        usual.maxDelay(),
        usual.backOff(),
        usual.retryCap(),
        usual.breakerAfter(),
        usual.breakerOpen());
  }

  /**
   * Whether it may be told of this page, as far as its address says: it is public, and not its own.
   */
  public boolean mayHear(WebUrl page) {
    return PublicNames.has(page) && !page.host().equals(archive.host());
  }

  /**
   * Asks for one page after another, and gives up where that leads nowhere. A page whose name leads
   * into a network of somebody's own is left out; a name that nobody knows is not such a one, for
   * sites that died are the reason to ask.
   */
  public ArchiveFinds copies(List<WebUrl> pages) throws InterruptedException {
    Map<WebUrl, ArchivedCopy> copies = new HashMap<>();
    Map<String, Boolean> open = new HashMap<>();
    Optional<String> trouble = Optional.empty();
    Instant end = clock.instant().plus(LONGEST);
    int failures = 0;
    for (WebUrl page : pages) {
      if (failures == ENOUGH) {
        break;
      }
      if (clock.instant().isAfter(end)) {
        return new ArchiveFinds(copies, trouble.or(() -> Optional.of("is too slow")));
      }
      if (!mayHear(page) || !open.computeIfAbsent(page.host(), _ -> fetcher.isPublic(page))) {
        continue;
      }
      switch (answer(page)) {
        case Captured(Instant at) -> {
          copies.put(page, copy(page, at));
          failures = 0;
        }
        case NoCapture _ -> failures = 0;
        case NoAnswer(String why) -> {
          trouble = trouble.or(() -> Optional.of(why));
          failures++;
        }
      }
    }
    return new ArchiveFinds(copies, trouble);
  }

  private ArchiveAnswer answer(WebUrl page) throws InterruptedException {
    var request = new FetchRequest(question(page), Optional.empty(), OptionalInt.of(MOST_BYTES));
    Optional<FetchOutcome> outcome = asking.visit(request);
    if (outcome.isEmpty()) {
      return new NoAnswer("wants to be left alone");
    }
    if (!(outcome.get() instanceof Answered answer)) {
      return new NoAnswer("does not answer");
    }
    if (answer.status() != 200) {
      return new NoAnswer("answers with status " + answer.status());
    }
    return answer.body().truncated()
        ? new NoAnswer("sends too much")
        : CaptureList.newest(answer.body().bytes(), page, clock.instant());
  }

  /**
   * Five captures, though one is wanted: {@code limit=-1} lets the server take a short cut that
   * misses newer ones.
   */
  private WebUrl question(WebUrl page) {
    return WebUrl.of(
        archive.href()
            + "?url="
            + URLEncoder.encode(page.withoutFragment().href(), StandardCharsets.UTF_8)
            + "&matchType=exact&output=json&fl=timestamp,original,statuscode"
            + "&filter=statuscode:200&limit=-5");
  }

  private ArchivedCopy copy(WebUrl page, Instant at) {
    String shown = page.withoutFragment().href();
    return new ArchivedCopy(
        WebUrl.of(archive.origin() + "/web/" + STAMP.format(at) + "/" + shown), at);
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
