package signpost.search.pages.owner;

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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.search.api.SearchParameters;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.NotifierApi;
import signpost.search.pages.NotifierPages;
import signpost.search.pages.PageFormat;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrame.NavigationEntry;
import signpost.search.pages.PageFrames;

/** The links of a guide to a site that was rebuilt, all on one page with one button. */
@Controller("/replacements")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReplacementPages {
  private static final String TICKED = "replace-";
  private static final String WITH = "with-";

  private final NotifierPages notifier;
  private final PageFrames frames;
  private final HtmlRenderer html;

  ReplacementPages(NotifierPages notifier, PageFrames frames, HtmlRenderer html) {
    this.notifier = notifier;
    this.frames = frames;
    this.html = html;
  }

  /**
   * {@code typed}: what was ticked, by field; empty at first, when all are. {@code done}: what was
   * chosen and could be was replaced; what could not is among the links again, or was answered
   * otherwise.
   */
  record ReplacementsModel(
      PageFrame frame,
      NotifierApi.ReplaceableLinks links,
      String token,
      Map<String, String> typed,
      boolean done,
      Optional<String> problem) {

    List<ReplacementLine> lines() {
      List<ReplacementLine> lines = new ArrayList<>();
      for (NotifierApi.FindingItem item : links.items()) {
        NotifierApi.FoundSuccessor found = item.successor();
        if (found != null) {
          lines.add(new ReplacementLine(lines.size() + 1, item, found));
        }
      }
      return lines;
    }

    boolean isTicked(ReplacementLine line) {
      return problem.isEmpty() || typed.containsKey(TICKED + line.item().finding().id());
    }

    /** As people write a site. */
    String site() {
      return links.host().replaceFirst("^https?://", "");
    }
  }

  /** A link and the page that was found; counted from 1. */
  record ReplacementLine(
      int number, NotifierApi.FindingItem item, NotifierApi.FoundSuccessor found) {}

  @Get
  HttpResponse<?> ask(HttpRequest<?> request) {
    SearchParameters.refuseUnknown(request.getParameters(), List.of("t", "done"));
    String token = SearchParameters.required(request.getParameters(), "t");
    boolean done = SearchParameters.once(request.getParameters(), "done").isPresent();
    return notifier.ask(api -> page(api, token, Map.of(), done, Optional.empty()));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> replace(@Body Map<String, String> form) {
    String token = form.getOrDefault("t", "");
    return notifier.ask(api -> {
      NotifierApi.NotifierReply reply =
          api.replace(new NotifierApi.ReplaceRequest(token, chosen(form)));
      if (reply.isDone()) {
        return HttpResponse.seeOther(
            URI.create("/replacements?t=" + PageFormat.encoded(token) + "&done=1"));
      }
      return reply.outcome().equals("unclear")
          ? page(api, token, form, false, Optional.of(reply.words()))
          : notifier.refused(reply);
    });
  }

  private static Map<String, String> chosen(Map<String, String> form) {
    Map<String, String> chosen = new HashMap<>();
    form.keySet().stream()
        .filter(it -> it.startsWith(TICKED))
        .map(it -> it.substring(TICKED.length()))
        .forEach(it -> chosen.put(it, form.getOrDefault(WITH + it, "")));
    return chosen;
  }

  private MutableHttpResponse<?> page(
      NotifierApi api,
      String token,
      Map<String, String> typed,
      boolean done,
      Optional<String> problem) {
    NotifierApi.ReplaceableLinks links = api.replacements(token);
    if (!links.outcome().equals("done")) {
      return notifier.refused(NotifierApi.NotifierReply.refusal(links.outcome(), links.words()));
    }
    String title = problem.isPresent() ? "Error: replace links" : "Replace links";
    return html.page(
        problem.isPresent() ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK,
        "owner/replacements",
        new ReplacementsModel(
            frames.of(title, NavigationEntry.ELSEWHERE), links, token, typed, done, problem));
  }
}
