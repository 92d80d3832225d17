package signpost.ingest.api;

import io.micronaut.http.HttpResponse;
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
import java.util.Optional;
import signpost.ingest.backlog.IngestBacklog;
import signpost.ingest.frontier.Frontier;
import signpost.ingest.frontier.HostLine;
import signpost.ingest.frontier.HostPause;
import signpost.ingest.revisit.VisitBudget;

/** What is due, which hosts rest, pause and resume. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CrawlController {
  private static final int MOST = 1_000;

  private final Frontier frontier;
  private final IngestBacklog backlog;
  private final VisitBudget budget;
  private final InstantSource clock;

  CrawlController(
      Frontier frontier,
      IngestBacklog backlog,
      VisitBudget budget,
      @Named("clock") InstantSource clock) {
    this.frontier = frontier;
    this.backlog = backlog;
    this.budget = budget;
    this.clock = clock;
  }

  @Get("/status")
  CrawlStatus status() {
    return new CrawlStatus(
        clock.instant(),
        backlog.due(),
        backlog.leased(),
        backlog.unsent(),
        backlog.nextDueAt(),
        budget.hostBudget());
  }

  /** What is due within the coming day, the longest due first. */
  @Get("/due")
  List<DueAnswer> due(@QueryValue(defaultValue = "50") int limit) {
    return frontier.due(clock.instant().plusSeconds(86_400), Math.clamp(limit, 1, MOST)).stream()
        .map(DueAnswer::of)
        .toList();
  }

  @Get("/hosts")
  List<HostLine> hosts(@QueryValue(defaultValue = "200") int limit) {
    return frontier.hosts(clock.instant(), Math.clamp(limit, 1, MOST));
  }

  @Post("/hosts/pause")
  HttpResponse<?> pause(@Body HostName host) {
    return known(frontier.pause(host.host(), Optional.ofNullable(host.until())), host);
  }

  @Post("/hosts/resume")
  HttpResponse<?> resume(@Body HostName host) {
    return known(frontier.resume(host.host()), host);
  }

  private static HttpResponse<?> known(Optional<HostPause> before, HostName host) {
    return before.isPresent()
        ? HttpResponse.ok(new HostChange(host.host(), host.until(), before.get().words()))
        : UnknownProblem.answer("No target is on the host " + host.host());
  }
}
