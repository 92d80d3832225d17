package signpost.search.pages.practitioner;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.search.api.SearchParameters;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.IngestApi;
import signpost.search.pages.NotifierApi;
import signpost.search.pages.NotifierPages;
import signpost.search.pages.PageFormat;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrame.NavigationEntry;
import signpost.search.pages.PageFrames;

/** "Report this link": a reader's words to a guide's owner, and another look at the page. */
@Controller("/report")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReportPages {
  private final NotifierPages notifier;
  private final IngestApi ingest;
  private final PageFrames frames;
  private final HtmlRenderer html;

  ReportPages(NotifierPages notifier, IngestApi ingest, PageFrames frames, HtmlRenderer html) {
    this.notifier = notifier;
    this.ingest = ingest;
    this.frames = frames;
    this.html = html;
  }

  record ReportModel(
      PageFrame frame, String url, String words, boolean sent, Optional<String> problem) {}

  @Get
  HttpResponse<?> ask(HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    SearchParameters.refuseUnknown(parameters, List.of("url", "done"));
    String url = SearchParameters.required(parameters, "url");
    boolean sent = SearchParameters.once(parameters, "done").isPresent();
    return page(HttpStatus.OK, url, "", sent, Optional.empty());
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> report(HttpRequest<?> request, @Body Map<String, String> form) {
    String url = form.getOrDefault("url", "");
    String words = form.getOrDefault("words", "");
    return notifier.ask(api -> {
      NotifierApi.NotifierReply reply =
          api.report(new NotifierApi.ReportRequest(url, words, notifier.client(request)));
      if (!reply.isDone()) {
        return page(HttpStatus.UNPROCESSABLE_ENTITY, url, words, false, Optional.of(reply.words()));
      }
      lookAgain(url);
      return HttpResponse.seeOther(URI.create("/report?done=1&url=" + PageFormat.encoded(url)));
    });
  }

  /** Politeness and the queue stay the crawler's; if it is away it looks when it would have. */
  private void lookAgain(String url) {
    try {
      ingest.lookAgain(new IngestApi.UrlRequest(url));
    } catch (HttpClientException _) {
      // The report stands without it.
    }
  }

  private MutableHttpResponse<String> page(
      HttpStatus status, String url, String words, boolean sent, Optional<String> problem) {
    return html.page(
        status,
        "practitioner/report",
        new ReportModel(
            frames.of("Report a link", NavigationEntry.ELSEWHERE), url, words, sent, problem));
  }
}
