package signpost.ingest.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import signpost.events.CanonicalUrl;
import signpost.ingest.IngestBacklog;
import signpost.ingest.frontier.DueLine;
import signpost.ingest.frontier.Frontier;
import signpost.ingest.frontier.HostLine;

/** What is due, which hosts rest, run now, pause and resume. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CrawlController {
  private static final int MOST = 1_000;

  private final Frontier frontier;
  private final IngestBacklog backlog;
  private final InstantSource clock;

  CrawlController(Frontier frontier, IngestBacklog backlog, @Named("clock") InstantSource clock) {
    this.frontier = frontier;
    this.backlog = backlog;
    this.clock = clock;
  }

  @Get("/status")
  CrawlStatus status() {
    return new CrawlStatus(
        clock.instant(), backlog.due(), backlog.leased(), backlog.unsent(), backlog.nextDueAt());
  }

  /** What is due within the coming day, the longest due first. */
  @Get("/due")
  List<DueLine> due(@QueryValue(defaultValue = "50") int limit) {
    return frontier.due(clock.instant().plusSeconds(86_400), Math.clamp(limit, 1, MOST));
  }

  @Get("/hosts")
  List<HostLine> hosts(@QueryValue(defaultValue = "200") int limit) {
    return frontier.hosts(clock.instant(), Math.clamp(limit, 1, MOST));
  }

  @Post("/hosts/pause")
  HttpResponse<?> pause(@Body HostName host) {
    return known(frontier.pause(host.host(), true), "No target is on the host " + host.host());
  }

  @Post("/hosts/resume")
  HttpResponse<?> resume(@Body HostName host) {
    return known(frontier.pause(host.host(), false), "No target is on the host " + host.host());
  }

  @Post("/run-now")
  HttpResponse<?> runNow(@Body TargetUrl target) {
    boolean found =
        CanonicalUrl.parse(target.url())
            .filter(url -> frontier.runNow(url, clock.instant()))
            .isPresent();
    return known(found, "This URL is not watched: " + target.url());
  }

  private static HttpResponse<?> known(boolean found, String otherwise) {
    return found
        ? HttpResponse.noContent()
        : HttpResponse.notFound(Map.of("title", otherwise, "status", 404))
            .contentType(MediaType.of("application/problem+json"));
  }
}
