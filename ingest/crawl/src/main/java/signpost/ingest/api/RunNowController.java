package signpost.ingest.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import signpost.ingest.frontier.Frontier;
import signpost.ingest.listing.CatalogueStep;
import signpost.ingest.listing.CrawlNow;
import signpost.url.CanonicalUrl;

/** What can be crawled at once, and doing so. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RunNowController {
  private final CrawlNow crawl;
  private final CatalogueStep catalogue;
  private final Frontier frontier;
  private final InstantSource clock;

  RunNowController(
      CrawlNow crawl,
      CatalogueStep catalogue,
      Frontier frontier,
      @Named("clock") InstantSource clock) {
    this.crawl = crawl;
    this.catalogue = catalogue;
    this.frontier = frontier;
    this.clock = clock;
  }

  @Get("/guides")
  List<ListingLine> guides() {
    return catalogue.current().guides().stream()
        .map(guide -> new ListingLine(guide.id(), guide.title(), CrawlNow.pagesOf(guide).size()))
        .toList();
  }

  @Get("/sources")
  List<ListingLine> sources() {
    return catalogue.current().sources().stream()
        .map(source ->
            new ListingLine(source.id(), source.start().href(), frontier.pagesOf(source.id())))
        .toList();
  }

  @Post("/run-now")
  HttpResponse<?> target(@Body TargetUrl target) {
    return queued(
        CanonicalUrl.parse(target.url())
            .filter(url -> frontier.runNow(url, clock.instant()))
            .map(_ -> 1),
        "This URL is not watched: " + target.url());
  }

  @Post("/hosts/run-now")
  HttpResponse<?> host(@Body HostName host) {
    return queued(crawl.host(host.host()), "No target is on the host " + host.host());
  }

  @Post("/guides/run-now")
  HttpResponse<?> guide(@Body ListingId guide) {
    return queued(crawl.guide(guide.id()), "No guide is called " + guide.id());
  }

  @Post("/sources/run-now")
  HttpResponse<?> source(@Body ListingId source) {
    return queued(crawl.source(source.id()), "No source is called " + source.id());
  }

  private static HttpResponse<?> queued(Optional<Integer> pages, String otherwise) {
    return pages
        .<HttpResponse<?>>map(number -> HttpResponse.ok(new QueuedCount(number)))
        .orElseGet(() -> UnknownProblem.answer(otherwise));
  }
}
