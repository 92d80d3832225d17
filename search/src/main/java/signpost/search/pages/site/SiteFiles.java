package signpost.search.pages.site;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import signpost.search.api.NotFoundException;
import signpost.search.gate.ForAnyone;
import signpost.search.pages.PageFrames;
import signpost.search.query.PageLookup;

/** The files that crawlers and people who found a hole look for by themselves. */
@Controller
@ForAnyone
final class SiteFiles {
  private static final MediaType TEXT = MediaType.of("text/plain;charset=utf-8");
  private static final MediaType XML = MediaType.of("application/xml;charset=utf-8");
  private static final MediaType OPEN_SEARCH =
      MediaType.of("application/opensearchdescription+xml;charset=utf-8");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final PageLookup lookups;
  private final String site;
  private final String contact;
  private final InstantSource clock;

  SiteFiles(
      PageLookup lookups,
      PageFrames frames,
      @Value("${signpost.contact:}") String contact,
      @Named("wall") InstantSource clock) {
    this.lookups = lookups;
    this.site = frames.site();
    this.contact = contact;
    this.clock = clock;
  }

  @Get("/robots.txt")
  HttpResponse<String> robots() {
    return answer(RobotsFile.of(site), TEXT, DAY);
  }

  @Get("/opensearch.xml")
  HttpResponse<String> openSearch() {
    return answer(OpenSearchFile.of(site), OPEN_SEARCH, DAY);
  }

  @Get("/sitemap.xml")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<String> sitemap() throws IOException {
    return answer(SitemapFile.of(site, lookups.newsOfGuides()), XML, HOUR);
  }

  @Get(SecurityFile.PATH)
  HttpResponse<String> security() {
    return SecurityFile.of(site, contact, clock.instant())
        .map(text -> answer(text, TEXT, DAY))
        .orElseThrow(() ->
            new NotFoundException("Whoever runs this Signpost has not said how to report a hole."));
  }

  private static HttpResponse<String> answer(String text, MediaType type, Duration kept) {
    return HttpResponse.ok(text)
        .contentType(type)
        .header("cache-control", "public, max-age=" + kept.toSeconds());
  }
}
