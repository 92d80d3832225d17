package signpost.search.pages.ops;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import signpost.search.api.NotFoundException;
import signpost.search.api.SearchParameters;
import signpost.search.gate.ForOps;
import signpost.search.gate.RefusedCallException;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.IngestApi;
import signpost.search.pages.IngestApi.KeptCapture;
import signpost.search.pages.IngestApi.PageCaptures;
import signpost.search.pages.PageFormat;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrames;

/** A page as it was: what was kept of it, and each capture to look at. */
@ForOps
@Controller("/evidence")
@ExecuteOn(TaskExecutors.BLOCKING)
final class EvidencePages {
  /** A copy runs nothing, asks for nothing and leads nowhere by itself. */
  private static final String POLICY =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private final IngestApi ingest;
  private final PageFrames frames;
  private final HtmlRenderer html;

  EvidencePages(IngestApi ingest, PageFrames frames, HtmlRenderer html) {
    this.ingest = ingest;
    this.frames = frames;
    this.html = html;
  }

  /**
   * What was kept of a page; {@code trouble}: why that cannot be said. {@code revision}: the one to
   * which before and after are marked, or 0.
   */
  record EvidenceModel(
      PageFrame frame,
      String url,
      int revision,
      List<KeptCapture> captures,
      Optional<String> notKept,
      Optional<String> trouble) {

    /** The last capture of what the page said before the revision. */
    private Optional<KeptCapture> before() {
      return captures.stream()
          .filter(it -> it.removed() == null && it.revision() < revision)
          .reduce((_, later) -> later);
    }

    /** The first capture of what it has said since. */
    private Optional<KeptCapture> after() {
      return captures.stream()
          .filter(it -> it.removed() == null && revision > 1 && it.revision() >= revision)
          .findFirst();
    }

    /** What a capture is to the revision, or nothing. */
    public String mark(KeptCapture capture) {
      if (before().filter(capture::equals).isPresent()) {
        return "Before revision " + revision;
      }
      if (after().filter(capture::equals).isPresent()) {
        return "After revision " + revision;
      }
      return capture.last() ? "Read last" : "";
    }

    /** Where a capture can be seen. */
    public String copy(KeptCapture capture) {
      return "/evidence/copy?url=" + PageFormat.encoded(url) + "&at=" + capture.at();
    }

    /** Public archives know the page by its address; nothing is asked of them here. */
    public String archive(String before) {
      return before + url;
    }
  }

  @Get
  HttpResponse<String> evidence(HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    SearchParameters.refuseUnknown(parameters, List.of("url", "n"));
    String url = SearchParameters.required(parameters, "url");
    int n = SearchParameters.number(parameters, "n", 0, Integer.MAX_VALUE);
    return html.ok("ops/evidence", model(url, n));
  }

  private EvidenceModel model(String url, int n) {
    try {
      Optional<PageCaptures> kept = ingest.captures(url);
      return model(
          kept.map(PageCaptures::url).orElse(url),
          n,
          kept.map(PageCaptures::lines).orElse(List.of()),
          kept.map(PageCaptures::notKept),
          Optional.empty());
    } catch (RefusedCallException e) {
      return away(url, PageFormat.refusal(e.reason(), "signpost.ingest.url"));
    } catch (HttpClientException _) {
      return away(
          url, "The crawler does not answer, or cannot read what was kept. Its log says why.");
    }
  }

  private EvidenceModel away(String url, String trouble) {
    return model(url, 0, List.of(), Optional.empty(), Optional.of(trouble));
  }

  private EvidenceModel model(
      String url,
      int n,
      List<KeptCapture> captures,
      Optional<String> notKept,
      Optional<String> trouble) {
    return new EvidenceModel(
        frames.of("The page as it was", PageFrame.NavigationEntry.CRAWL),
        url,
        n,
        captures,
        notKept,
        trouble);
  }

  /** One capture, as a document of its own. */
  @Get("/copy")
  HttpResponse<String> copy(HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    SearchParameters.refuseUnknown(parameters, List.of("url", "at"));
    String url = SearchParameters.required(parameters, "url");
    String at = SearchParameters.required(parameters, "at");
    return memento(url, at)
        .map(page ->
            HttpResponse.ok(page)
                .contentType(MediaType.TEXT_HTML_TYPE)
                .characterEncoding("utf-8")
                .header("content-security-policy", POLICY))
        .orElseThrow(() -> new NotFoundException("No such copy of that page can be shown."));
  }

  /** Empty also where the crawler does not answer: the page before this one says so. */
  private Optional<String> memento(String url, String at) {
    try {
      return ingest.memento(url, at);
    } catch (HttpClientException _) {
      return Optional.empty();
    }
  }
}
