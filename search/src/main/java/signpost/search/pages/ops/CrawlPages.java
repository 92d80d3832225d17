package signpost.search.pages.ops;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import signpost.record.FailingLoop;
import signpost.record.Supervisor;
import signpost.search.account.TokenScope;
import signpost.search.api.BadRequestException;
import signpost.search.api.SearchParameters;
import signpost.search.gate.ForOps;
import signpost.search.gate.LostCall;
import signpost.search.gate.RefusedCallException;
import signpost.search.pages.FormFields;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.IngestApi;
import signpost.search.pages.PageFormat;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrames;
import signpost.search.pages.ops.CrawlNotice.CrawlAction;

@ForOps(scope = TokenScope.CRAWL)
@Controller("/crawl")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CrawlPages {
  private final IngestApi ingest;
  private final Supervisor supervisor;
  private final PageFrames frames;
  private final HtmlRenderer html;
  private final InstantSource clock;
  private final InstantSource wall;

  CrawlPages(
      IngestApi ingest,
      Supervisor supervisor,
      PageFrames frames,
      HtmlRenderer html,
      @Named("clock") InstantSource clock,
      @Named("wall") InstantSource wall) {
    this.ingest = ingest;
    this.supervisor = supervisor;
    this.frames = frames;
    this.html = html;
    this.clock = clock;
    this.wall = wall;
  }

  /** What came of asking ingest. */
  sealed interface CrawlReply {
    default Optional<IngestReplied> told() {
      return Optional.empty();
    }
  }

  /** It does not answer. */
  record IngestAway() implements CrawlReply {}

  /** It answers, and does not let us in, for this reason. */
  record IngestRefused(String reason) implements CrawlReply {}

  /** What it told. */
  record IngestReplied(
      IngestApi.CrawlCounts status,
      List<IngestApi.HostStatus> hosts,
      List<IngestApi.ListingStatus> guides,
      List<IngestApi.ListingStatus> sources,
      List<IngestApi.DueUrl> due,
      List<IngestApi.UnreadPage> unread,
      List<IngestApi.Route> routes)
      implements CrawlReply {
    @Override
    public Optional<IngestReplied> told() {
      return Optional.of(this);
    }
  }

  /**
   * {@code failing}: search’s own loops and ingest’s; {@code catalogue}, {@code evidence}: empty
   * where ingest does not say; {@code wall}: what pauses between requests are measured by.
   */
  record CrawlModel(
      PageFrame frame,
      List<FailingLoop> failing,
      CrawlReply asked,
      Optional<IngestApi.CatalogueSummary> catalogue,
      Optional<IngestApi.EvidenceCounts> evidence,
      Optional<String> notice,
      Instant now,
      Instant wall) {

    Optional<IngestReplied> told() {
      return asked.told();
    }

    /** Why it does not let us in, and what to do. */
    Optional<String> refusal() {
      return asked instanceof IngestRefused(String reason)
          ? Optional.of(PageFormat.refusal(reason, "signpost.ingest.url"))
          : Optional.empty();
    }
  }

  @Get
  HttpResponse<String> crawl(HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    SearchParameters.refuseUnknown(parameters, List.of("did", "to", "n"));
    CrawlReply asked = ask();
    return html.ok(
        "ops/crawl",
        new CrawlModel(
            frames.of("Crawl control", PageFrame.NavigationEntry.CRAWL),
            failing(),
            asked,
            asked.told().flatMap(_ -> also(ingest::catalogue)),
            asked.told().flatMap(_ -> also(ingest::evidence)),
            CrawlNotice.of(parameters).map(it -> it.words(asked.told(), clock.instant())),
            clock.instant(),
            wall.instant()));
  }

  @Post("/pause")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> pause(@Body Map<String, String> form) {
    String host = FormFields.required(form, "host");
    PauseLength chosen =
        PauseLength.of(form.getOrDefault("length", PauseLength.RESUMED.wire()))
            .orElseThrow(() ->
                new BadRequestException(
                    "Nobody can pause a host for that long.", Optional.empty()));
    Instant until = chosen.end(clock.instant()).orElse(null);
    return act(
        CrawlAction.PAUSED,
        host,
        () -> ingest.pause(new IngestApi.HostName(host, until)).map(_ -> 0));
  }

  @Post("/resume")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> resume(@Body Map<String, String> form) {
    String host = FormFields.required(form, "host");
    return act(
        CrawlAction.RESUMED,
        host,
        () -> ingest.resume(new IngestApi.HostName(host, null)).map(_ -> 0));
  }

  @Post("/run-now")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> runNow(@Body Map<String, String> form) {
    String of = FormFields.required(form, "of");
    return switch (FormFields.required(form, "what")) {
      case "address" -> {
        String url = of.contains("://") ? of.strip() : "https://" + of.strip();
        yield crawl(CrawlAction.ADDRESS, url, () -> ingest.runNow(new IngestApi.UrlRequest(url)));
      }
      case "host" ->
          crawl(CrawlAction.HOST, of, () -> ingest.runHost(new IngestApi.HostName(of, null)));
      case "guide" ->
          crawl(CrawlAction.GUIDE, of, () -> ingest.runGuide(new IngestApi.ListingRequest(of)));
      case "source" ->
          crawl(CrawlAction.SOURCE, of, () -> ingest.runSource(new IngestApi.ListingRequest(of)));
      default ->
          throw new BadRequestException(
              "There is nothing of that kind to crawl.", Optional.empty());
    };
  }

  private List<FailingLoop> failing() {
    return Stream.concat(supervisor.failing().stream(), failingOfIngest().stream()).toList();
  }

  private List<FailingLoop> failingOfIngest() {
    try {
      return ingest.loops();
    } catch (HttpClientException _) {
      return List.of(); // The page says that the crawler does not answer.
    }
  }

  private CrawlReply ask() {
    try {
      return new IngestReplied(
          ingest.status(),
          ingest.hosts(),
          ingest.guides(),
          ingest.sources(),
          ingest.due(),
          ingest.unread(),
          ingest.routes());
    } catch (RefusedCallException e) {
      return new IngestRefused(e.reason());
    } catch (HttpClientException _) {
      return new IngestAway();
    }
  }

  /** What an ingest of another version may not know. */
  private static <T> Optional<T> also(Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (HttpClientException _) {
      return Optional.empty();
    }
  }

  private static HttpResponse<?> crawl(
      CrawlAction did, String of, Supplier<Optional<IngestApi.QueuedPages>> action) {
    return act(did, of, () -> action.get().map(IngestApi.QueuedPages::pages));
  }

  private static HttpResponse<?> act(
      CrawlAction did, String to, Supplier<Optional<Integer>> action) {
    try {
      return action
          .get()
          .<HttpResponse<?>>map(pages -> told(did, to, pages))
          .orElseGet(() -> told(CrawlAction.UNKNOWN, to, 0));
    } catch (RefusedCallException _) {
      return told(CrawlAction.REFUSED, to, 0);
    } catch (HttpClientException e) {
      return told(LostCall.changedNothing(e) ? CrawlAction.AWAY : CrawlAction.UNCLEAR, to, 0);
    }
  }

  private static HttpResponse<?> told(CrawlAction did, String to, int pages) {
    return HttpResponse.seeOther(
        URI.create(
            "/crawl?did="
                + did.wire()
                + "&to="
                + PageFormat.encoded(PageFormat.brief(to, 300))
                + "&n="
                + pages));
  }
}
