package signpost.ingest.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import signpost.evidence.KeptOut;
import signpost.evidence.Memento;
import signpost.evidence.ReplayedPage;
import signpost.evidence.TimeMap;
import signpost.ingest.EvidenceConfig;
import signpost.ingest.evidence.EvidenceStep;
import signpost.ingest.evidence.OpenEvidence;
import signpost.url.CanonicalUrl;
import signpost.web.extract.PageReader;

/**
 * What was kept of pages: how much, the captures of one address, and each as it was (RFC 7089: a
 * TimeGate, a TimeMap and mementos, by the address in {@code url}).
 */
@Controller(EvidenceController.BASE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EvidenceController {
  static final String BASE = "/api/evidence";
  private static final String NOTHING = "Nothing is kept of ";

  private final OpenEvidence evidence;
  private final EvidenceStep step;
  private final EvidenceConfig config;
  private final PageReader reader;

  EvidenceController(
      OpenEvidence evidence, EvidenceStep step, EvidenceConfig config, PageReader reader) {
    this.evidence = evidence;
    this.step = step;
    this.config = config;
    this.reader = reader;
  }

  @Get
  EvidenceStatus status() {
    return EvidenceStatus.of(config.keep(), evidence.count());
  }

  @Get("/captures")
  HttpResponse<?> captures(@QueryValue String url) throws IOException {
    Optional<CanonicalUrl> address = CanonicalUrl.parse(url);
    if (address.isEmpty()) {
      return UnknownProblem.answer("This is no address: " + url);
    }
    List<Memento> mementos = evidence.mementos(address.get());
    Optional<String> notKept = step.unwanted(address.get()).map(KeptOut::words);
    return HttpResponse.ok(
        new CaptureList(
            address.get().value(), notKept, mementos.stream().map(CaptureLine::of).toList()));
  }

  /** All mementos of an address, as links. */
  @Get(value = "/timemap", produces = TimeMap.MEDIA)
  HttpResponse<?> timeMap(@QueryValue String url) throws IOException {
    Optional<TimeMap> map = map(url);
    return map.isEmpty()
        ? UnknownProblem.answer(NOTHING + url)
        : HttpResponse.ok(map.get().links());
  }

  /** Sends to the memento nearest to {@code Accept-Datetime}, or to the newest. */
  @Get("/timegate")
  HttpResponse<?> timeGate(
      @QueryValue String url, @Header("Accept-Datetime") @Nullable String wanted)
      throws IOException {
    Optional<TimeMap> map = map(url);
    if (map.isEmpty()) {
      return UnknownProblem.answer(NOTHING + url);
    }
    try {
      Supplier<Optional<Memento>> newest = map.get()::newest;
      Optional<Memento> found =
          wanted == null ? newest.get() : map.get().nearest(TimeMap.read(wanted));
      return gate(map.get(), found.orElseThrow());
    } catch (DateTimeException _) {
      return HttpResponse.badRequest(
          Map.of("title", "Accept-Datetime is no time as HTTP writes it", "status", 400));
    }
  }

  private static HttpResponse<?> gate(TimeMap map, Memento memento) {
    return HttpResponse.status(io.micronaut.http.HttpStatus.FOUND)
        .header("Location", URI.create(map.uri(memento)).toString())
        .header("Vary", "accept-datetime")
        .header("Link", map.linksOf(memento));
  }

  /** A memento to look at: nothing in it runs, and nothing is asked for elsewhere. */
  @Get(value = "/memento", produces = MediaType.TEXT_HTML)
  HttpResponse<?> memento(@QueryValue String url, @QueryValue Instant at) throws IOException {
    Optional<TimeMap> map = map(url);
    Optional<Memento> memento = map.flatMap(it -> it.at(at));
    if (map.isEmpty() || memento.isEmpty()) {
      return UnknownProblem.answer(NOTHING + url + " at " + at);
    }
    String page = ReplayedPage.html(memento.get(), evidence.body(memento.get()), reader);
    MutableHttpResponse<String> shown = HttpResponse.ok(page);
    return shown
        .characterEncoding("utf-8")
        .header("Content-Security-Policy", ReplayedPage.POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Memento-Datetime", TimeMap.http(memento.get().at()))
        .header("Link", map.get().linksOf(memento.get()));
  }

  /** What can be shown of an address; empty where that is nothing. */
  private Optional<TimeMap> map(String url) throws IOException {
    Optional<CanonicalUrl> address = CanonicalUrl.parse(url);
    if (address.isEmpty()) {
      return Optional.empty();
    }
    TimeMap map = new TimeMap(address.get(), BASE, evidence.mementos(address.get()));
    return map.shown().isEmpty() ? Optional.empty() : Optional.of(map);
  }
}
