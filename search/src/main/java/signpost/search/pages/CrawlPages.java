package signpost.search.pages;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

@Controller("/crawl")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CrawlPages {
  private final IngestApi ingest;
  private final Frames frames;
  private final Html html;
  private final InstantSource clock;

  CrawlPages(IngestApi ingest, Frames frames, Html html, @Named("clock") InstantSource clock) {
    this.ingest = ingest;
    this.frames = frames;
    this.html = html;
    this.clock = clock;
  }

  /** What ingest told; empty while it is away. */
  record Told(IngestApi.Status status, List<IngestApi.Host> hosts, List<IngestApi.Due> due) {}

  record Model(Frame frame, Optional<Told> told, Optional<String> notice, Instant now) {}

  @Get
  HttpResponse<String> crawl(
      @QueryValue(defaultValue = "") String did, @QueryValue(defaultValue = "") String to) {
    return html.ok(
        "crawl",
        new Model(
            frames.of("Crawl control", Frame.Place.CRAWL),
            ask(),
            notice(did, to),
            clock.instant()));
  }

  @Post("/pause")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> pause(String host) {
    return act("paused", host, () -> ingest.pause(new IngestApi.HostName(host)));
  }

  @Post("/resume")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> resume(String host) {
    return act("resumed", host, () -> ingest.resume(new IngestApi.HostName(host)));
  }

  @Post("/run-now")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> runNow(String url) {
    return act("asked", url, () -> ingest.runNow(new IngestApi.Address(url)));
  }

  private Optional<Told> ask() {
    try {
      return Optional.of(new Told(ingest.status(), ingest.hosts(), ingest.due()));
    } catch (HttpClientException _) {
      return Optional.empty();
    }
  }

  private static HttpResponse<?> act(String did, String to, Runnable action) {
    String told = did;
    try {
      action.run();
    } catch (HttpClientResponseException _) {
      told = "refused";
    } catch (HttpClientException _) {
      told = "away";
    }
    return HttpResponse.seeOther(
        URI.create("/crawl?did=" + told + "&to=" + Show.encoded(Show.brief(to, 300))));
  }

  private static Optional<String> notice(String did, String to) {
    return switch (did) {
      case "paused" ->
          Optional.of("Paused " + to + ". It is not asked for anything until resumed.");
      case "resumed" -> Optional.of("Resumed " + to + ".");
      case "asked" -> Optional.of(to + " is next in line.");
      case "refused" -> Optional.of("The crawler does not know " + to + ".");
      case "away" -> Optional.of("The crawler does not answer. Nothing was changed.");
      default -> Optional.empty();
    };
  }
}
