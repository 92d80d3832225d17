package signpost.search.pages;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import signpost.record.FailingLoop;
import signpost.record.meter.PartStatus;
import signpost.search.audit.Audited;

/** Crawl control, which ingest has and we only show; nothing comes of what it does not know. */
@Client("${signpost.ingest.url}")
public interface IngestApi {

  @Get("/api/status")
  CrawlCounts status();

  /** How ingest stands. */
  @Get("/api/figures")
  PartStatus figures();

  /** What does not get on. */
  @Get("/api/loops")
  List<FailingLoop> loops();

  /** What went through each step of the crawl. */
  @Get("/api/routes")
  List<Route> routes();

  @Get("/api/hosts")
  List<HostStatus> hosts();

  @Get("/api/guides")
  List<ListingStatus> guides();

  @Get("/api/sources")
  List<ListingStatus> sources();

  @Get("/api/due?limit=50")
  List<DueUrl> due();

  /** Pages that answer and cannot be read well. */
  @Get("/api/unread?limit=50")
  List<UnreadPage> unread();

  @Get("/api/catalogue")
  CatalogueSummary catalogue();

  /** How much is kept of what pages said. */
  @Get("/api/evidence")
  EvidenceCounts evidence();

  @Audited("pause a host")
  @Post("/api/hosts/pause")
  Optional<HostChange> pause(@Body HostName host);

  @Audited("resume a host")
  @Post("/api/hosts/resume")
  Optional<HostChange> resume(@Body HostName host);

  @Audited("crawl an address now")
  @Post("/api/run-now")
  Optional<QueuedPages> runNow(@Body UrlRequest address);

  /** Looks at an address of which a reader says that something is wrong there: anybody may. */
  @Post("/api/run-now")
  Optional<QueuedPages> lookAgain(@Body UrlRequest address);

  @Audited("crawl a host now")
  @Post("/api/hosts/run-now")
  Optional<QueuedPages> runHost(@Body HostName host);

  @Audited("crawl a guide now")
  @Post("/api/guides/run-now")
  Optional<QueuedPages> runGuide(@Body ListingRequest guide);

  @Audited("crawl a source now")
  @Post("/api/sources/run-now")
  Optional<QueuedPages> runSource(@Body ListingRequest source);

  /** What is due and under way now, and what waits to be told. */
  @Serdeable
  record CrawlCounts(
      long due,
      long leased,
      long unsent,
      @Nullable Instant nextDueAt,
      @Nullable Integer hostBudget) {}

  /** {@code pausedUntil} is left out for one that is paused until resumed. */
  @Serdeable
  record HostStatus(
      String host,
      long targets,
      long due,
      boolean paused,
      @Nullable Instant pausedUntil,
      @Nullable Instant nextAllowedAt,
      @Nullable Instant visitedAt,
      @Nullable String lastOutcome,
      @Nullable Integer comingDay,
      @Nullable HostRest rest,
      @Nullable RobotsAnswer robots) {

    /** Left alone until this time, where that is longer than politeness alone asks for. */
    public boolean leftAlone(Instant now) {
      return nextAllowedAt != null && nextAllowedAt.isAfter(now.plusSeconds(60));
    }
  }

  /** Seconds between requests, and how often in a row it failed or asked for fewer. */
  @Serdeable
  record HostRest(double seconds, int failures, int throttled) {}

  /** How robots.txt was answered, and when. */
  @Serdeable
  record RobotsAnswer(int status, Instant at) {}

  /** {@code failed} are among those that went {@code through}. */
  @Serdeable
  record Route(String route, long through, long failed, double meanMillis) {

    /** Milliseconds, to a tenth where there are few of them. */
    public String mean() {
      return String.format(Locale.UK, meanMillis < 10 ? "%.1f ms" : "%,.0f ms", meanMillis);
    }
  }

  /** A URL that is to be visited, and when. */
  @Serdeable
  record DueUrl(
      String url,
      @Nullable String host,
      @Nullable Instant dueAt,
      @Nullable String kind,
      @Nullable String health) {}

  /** {@code reason} is a code, {@code detail} a clause. */
  @Serdeable
  record UnreadPage(String page, String reason, String detail, @Nullable Instant since) {}

  /** What the catalogue covers, in a sentence, and what is wrong in its files. */
  @Serdeable
  record CatalogueSummary(String covers, @Nullable List<FileProblem> problems) {
    public List<FileProblem> lines() {
      return problems == null ? List.of() : problems;
    }
  }

  /** What is wrong in a file of the catalogue, and where. */
  @Serdeable
  record FileProblem(String file, int line, int column, String severity, String message) {
    public boolean isError() {
      return severity.equals("error");
    }
  }

  /** How much is kept, and the most that may be, in bytes. */
  @Serdeable
  record EvidenceCounts(boolean keep, int addresses, long captures, long bytes, long limit) {
    private static final int MEGA = 1 << 20;

    /** 3.4 of 2,048 MB. */
    public String used() {
      return String.format(Locale.UK, "%,.1f of %,d MB", (double) bytes / MEGA, limit / MEGA);
    }
  }

  /** A host to be paused, and until when, or to be resumed. */
  @Serdeable
  record HostName(String host, @Nullable Instant until) {}

  /** A host that was; {@code before} says how it was before that, where ingest tells. */
  @Serdeable
  record HostChange(String host, @Nullable Instant until, @Nullable String before) {}

  /** A guide or a source, and how many pages are visited for its sake. */
  @Serdeable
  record ListingStatus(String id, String title, int pages) {}

  /** A guide or source whose pages are to be visited now. */
  @Serdeable
  record ListingRequest(String id) {}

  /** How many pages were made due. */
  @Serdeable
  record QueuedPages(int pages) {}

  /** A page to be visited now. */
  @Serdeable
  record UrlRequest(String url) {}
}
