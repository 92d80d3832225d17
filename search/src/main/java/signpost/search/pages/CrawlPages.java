package signpost.search.pages;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
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
import signpost.search.api.SearchParameters;

@Controller("/crawl")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CrawlPages {
  private final IngestApi ingest;
  private final Frames frames;
  private final Html html;
  private final InstantSource clock;
  private final InstantSource wall;

  CrawlPages(
      IngestApi ingest,
      Frames frames,
      Html html,
      @Named("clock") InstantSource clock,
      @Named("wall") InstantSource wall) {
    this.ingest = ingest;
    this.frames = frames;
    this.html = html;
    this.clock = clock;
    this.wall = wall;
  }

  /** What ingest told; empty while it is away. */
  record Told(IngestApi.Status status, List<IngestApi.Host> hosts, List<IngestApi.Due> due) {}

  /** {@code wall}: what pauses between requests are measured by. */
  record Model(
      Frame frame, Optional<Told> told, Optional<String> notice, Instant now, Instant wall) {}

  @Get
  HttpResponse<String> crawl(HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    SearchParameters.refuseUnknown(parameters, List.of("did", "to"));
    String did = SearchParameters.once(parameters, "did").orElse("");
    String to = SearchParameters.once(parameters, "to").orElse("");
    return html.ok(
        "crawl",
        new Model(
            frames.of("Crawl control", Frame.Place.CRAWL),
            ask(),
            notice(did, to),
            clock.instant(),
            wall.instant()));
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
