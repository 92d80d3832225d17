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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntConsumer;
import signpost.tools.archive.ArchiveAnswer.ArchiveTrouble;
import signpost.tools.archive.ArchiveAnswer.AskedEnough;
import signpost.tools.archive.ArchiveAnswer.Captured;
import signpost.tools.archive.ArchiveAnswer.NoAnswer;
import signpost.tools.archive.ArchiveAnswer.NoCapture;
import signpost.tools.archive.ArchiveAnswer.NotTold;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.SiteFetcher;
import signpost.web.fetch.SiteFetcher.NamedSite;

/**
 * Asks a server of the Wayback Machine's kind (CDX) for the newest capture of pages that answered
 * with status 200. It is told of public addresses only. Its copies are on its own host, below
 * {@code /web/}: no address that an answer holds is handed on. Its robots.txt is not read: that is
 * about crawlers, and who names an archive, or {@code --suggest}, has asked for it.
 */
public final class ArchiveSearch implements AutoCloseable {
  /** The Wayback Machine's. */
  public static final String USUAL = "https://web.archive.org/cdx/search/cdx";

  /** The Wayback Machine takes 24 of these requests a minute, and shuts out who asks more. */
  private static final Duration PAUSE = Duration.ofMillis(2500);

  /** Some answers take the Wayback Machine longer than a page takes. */
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** Five minutes, but for what the last question may take. */
  private static final Duration LONGEST = Duration.ofMinutes(5).minusSeconds(45);

  private static final int MOST = 50;

  /** So many failures in a row: it is down. */
  private static final int ENOUGH = 2;

  private static final int MOST_BYTES = 64 << 10;
  private static final DateTimeFormatter STAMP = CaptureList.STAMP.withZone(ZoneOffset.UTC);

  private final WebUrl archive;
  private final SiteFetcher fetcher;
  private final Duration pause;
  private final InstantSource clock;

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
      WebUrl archive, List<String> resolve, Optional<Path> authorities, String contact) {
    this(
        archive,
        new SiteFetcher(
            new NamedSite(NamedSite.of(List.of(archive)).hosts(), Map.of(), List.of(), resolve),
            TIMEOUT,
            contact,
            authorities),
        PAUSE,
        InstantSource.system());
  }

  /** {@code pause} and {@code clock}: for tests. */
  ArchiveSearch(WebUrl archive, SiteFetcher fetcher, Duration pause, InstantSource clock) {
    this.archive = archive;
    this.fetcher = fetcher;
    this.pause = pause;
    this.clock = clock;
  }

  /**
   * Asks for one page after another, and gives up where that leads nowhere. Left out are pages that
   * are the archive's own, that it may not be told of by their address, or whose name leads
   * elsewhere than into the web. {@code done} is told how many have been looked at.
   */
  public ArchiveFinds copies(List<LostPage> pages, IntConsumer done) throws InterruptedException {
    Map<WebUrl, ArchivedCopy> copies = new HashMap<>();
    Map<String, Boolean> open = new HashMap<>();
    Set<String> troubles = new LinkedHashSet<>();
    Instant end = clock.instant().plus(LONGEST);
    int asked = 0;
    int failures = 0;
    for (int i = 0; i < pages.size() && failures < ENOUGH; i++) {
      done.accept(i);
      WebUrl page = pages.get(i).url();
      if (clock.instant().isAfter(end)) {
        troubles.add("is too slow");
        break;
      }
      if (!mayHear(pages.get(i), open)) {
        continue;
      }
      if (asked == MOST) {
        troubles.add("has been asked for " + MOST + " pages, the most in one check");
        break;
      }
      if (asked++ > 0) {
        Thread.sleep(pause);
      }
      ArchiveAnswer answer = answer(page);
      failures = failures(failures, answer);
      switch (answer) {
        case Captured(Instant at) -> copies.put(page, copy(page, at));
        case NoCapture _ -> {}
        case ArchiveTrouble trouble -> troubles.add(trouble.why());
      }
    }
    return new ArchiveFinds(
        copies, Optional.of(String.join(" and ", troubles)).filter(it -> !it.isEmpty()));
  }

  private static int failures(int before, ArchiveAnswer answer) {
    return switch (answer) {
      case Captured _, NoCapture _, NotTold _ -> 0;
      case NoAnswer _ -> before + 1;
      case AskedEnough _ -> ENOUGH;
    };
  }

  private boolean mayHear(LostPage page, Map<String, Boolean> open) {
    WebUrl url = page.url();
    return PublicNames.has(url)
        && !url.host().equals(archive.host())
        && (page.nameless() || open.computeIfAbsent(url.host(), _ -> fetcher.isPublic(url)));
  }

  private ArchiveAnswer answer(WebUrl page) {
    var request = new FetchRequest(question(page), Optional.empty(), OptionalInt.of(MOST_BYTES));
    if (!(fetcher.fetch(request) instanceof Answered answer)) {
      return new NoAnswer("does not answer");
    }
    String said = "answers with status " + answer.status();
    return switch (answer.status()) {
      case 200 ->
          answer.body().truncated()
              ? new NoAnswer("sends too much")
              : CaptureList.newest(answer.body().bytes(), page, clock.instant());
      case 400, 403, 404, 414, 451 -> new NotTold(said + " to some questions");
      case 429, 503 -> new AskedEnough(said);
      default -> new NoAnswer(said);
    };
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
