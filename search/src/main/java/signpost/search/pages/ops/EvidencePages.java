package signpost.search.pages.ops;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import signpost.search.account.TokenScope;
import signpost.search.api.NotFoundException;
import signpost.search.api.SearchParameters;
import signpost.search.gate.ForOps;
import signpost.search.gate.RefusedCallException;
import signpost.search.pages.FormFields;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.PageFormat;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrames;
import signpost.search.pages.ops.EvidenceApi.CaptureAddress;
import signpost.search.pages.ops.EvidenceApi.KeptCapture;
import signpost.search.pages.ops.EvidenceApi.PageCaptures;

/** A page as it was: what was kept of it, and each capture to look at. */
@ForOps(scope = TokenScope.EVIDENCE)
@Controller("/evidence")
@ExecuteOn(TaskExecutors.BLOCKING)
final class EvidencePages {
  /** A copy runs nothing, asks for nothing and leads nowhere by itself. */
  private static final String POLICY =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none';"
          + " frame-ancestors 'none'";

  static final String AWAY =
      "The crawler does not answer, or cannot read what was kept. Its log says why.";

  private final EvidenceApi ingest;
  private final PageFrames frames;
  private final HtmlRenderer html;

  EvidencePages(EvidenceApi ingest, PageFrames frames, HtmlRenderer html) {
    this.ingest = ingest;
    this.frames = frames;
    this.html = html;
  }

  /**
   * {@code trouble}: why nothing can be said. {@code pair}: what was drawn, if it was asked for.
   */
  record EvidenceModel(
      PageFrame frame,
      RevisionCaptures kept,
      Optional<String> notKept,
      Optional<String> trouble,
      List<PictureSide> pair) {

    /** Public archives know the page by its address; nothing is asked of them here. */
    public String archive(String before) {
      return before + kept.url();
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

  /** The same, with pictures of the page before and after the revision. */
  @Post("/pictures")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> pictures(@Body Map<String, String> form) {
    int n = FormFields.number(form, "n");
    EvidenceModel page = model(FormFields.required(form, "url"), n);
    RevisionCaptures kept = page.kept();
    List<PictureSide> pair =
        List.of(
            side("before revision " + n, kept.url(), kept.before()),
            side("after revision " + n, kept.url(), kept.after()));
    return html.ok(
        "ops/evidence",
        new EvidenceModel(page.frame(), kept, page.notKept(), page.trouble(), pair));
  }

  private PictureSide side(String when, String url, Optional<KeptCapture> capture) {
    return new PictureSide(
        when,
        capture,
        capture.flatMap(it -> answered(() -> ingest.take(new CaptureAddress(url, it.at())))));
  }

  private EvidenceModel model(String url, int n) {
    try {
      return model(ingest.captures(url).orElseGet(() -> new PageCaptures(url, null, null)), n);
    } catch (RefusedCallException e) {
      return away(url, PageFormat.refusal(e.reason(), "signpost.ingest.url"));
    } catch (HttpClientException _) {
      return away(url, AWAY);
    }
  }

  private EvidenceModel model(PageCaptures kept, int n) {
    return new EvidenceModel(
        frame(),
        new RevisionCaptures(kept.url(), n, kept.lines()),
        Optional.ofNullable(kept.notKept()),
        Optional.empty(),
        List.of());
  }

  private EvidenceModel away(String url, String trouble) {
    RevisionCaptures none = new RevisionCaptures(url, 0, List.of());
    return new EvidenceModel(frame(), none, Optional.empty(), Optional.of(trouble), List.of());
  }

  private PageFrame frame() {
    return frames.of("The page as it was", PageFrame.NavigationEntry.CRAWL);
  }

  /** One capture, as a document of its own. */
  @Get("/copy")
  HttpResponse<String> copy(HttpRequest<?> request) {
    return capture(request, ingest::memento)
        .contentType(MediaType.TEXT_HTML_TYPE)
        .characterEncoding("utf-8")
        .header("content-security-policy", POLICY);
  }

  /** One capture byte for byte, to be taken away and not to be shown here. */
  @Get("/file")
  HttpResponse<byte[]> file(HttpRequest<?> request) {
    HttpParameters asked = request.getParameters();
    String name =
        SavedName.of(
            SearchParameters.required(asked, "url"), SearchParameters.required(asked, "at"));
    return capture(request, ingest::file)
        .contentType(MediaType.APPLICATION_OCTET_STREAM_TYPE)
        .header("content-disposition", "attachment; filename=\"" + name + "\"")
        .header("content-security-policy", POLICY);
  }

  /** The picture that was taken of one capture. */
  @Get("/picture")
  HttpResponse<byte[]> picture(HttpRequest<?> request) {
    return capture(request, ingest::picture).contentType(MediaType.IMAGE_PNG_TYPE);
  }

  private static <T> MutableHttpResponse<T> capture(
      HttpRequest<?> request, BiFunction<String, String, Optional<T>> question) {
    HttpParameters parameters = request.getParameters();
    SearchParameters.refuseUnknown(parameters, List.of("url", "at"));
    String url = SearchParameters.required(parameters, "url");
    String at = SearchParameters.required(parameters, "at");
    return answered(() -> question.apply(url, at))
        .map(HttpResponse::ok)
        .orElseThrow(() -> new NotFoundException("No such copy of that page can be shown."));
  }

  /** Empty also where the crawler does not answer: the page before this one says so. */
  private static <T> Optional<T> answered(Supplier<Optional<T>> question) {
    try {
      return question.get();
    } catch (HttpClientException _) {
      return Optional.empty();
    }
  }
}
