package signpost.search.pages.owner;

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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.events.FindingEvent.FindingKind;
import signpost.search.api.SearchParameters;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.NotifierApi;
import signpost.search.pages.NotifierPages;
import signpost.search.pages.PageFormat;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrame.NavigationEntry;
import signpost.search.pages.PageFrames;

/** Where a link in a mail leads: it asks; only the form's button answers. */
@Controller("/answer")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AnswerPages {
  private static final String NOT_THIS = "not-this";
  private static final List<String> ANSWERS =
      List.of("keep", "replace", NOT_THIS, "remove", "acknowledged", "snoozed", "ignored", "wrong");

  private final NotifierPages notifier;
  private final PageFrames frames;
  private final HtmlRenderer html;

  AnswerPages(NotifierPages notifier, PageFrames frames, HtmlRenderer html) {
    this.notifier = notifier;
    this.frames = frames;
    this.html = html;
  }

  /**
   * {@code typed}: what is in the form, by field; {@code only}: the answer chosen in a mail; {@code
   * done}: the answer that was just given; {@code problem}: what is wrong with it.
   */
  record AnswerModel(
      PageFrame frame,
      NotifierApi.FindingItem item,
      Map<String, String> typed,
      Optional<String> only,
      Optional<String> done,
      Optional<String> problem) {

    /** What is said to whoever has answered. */
    Optional<String> thanks() {
      return done.map(answer ->
          answer.equals(NOT_THIS)
              ? "Thank you. We do not offer that page here again. The link still wants an answer."
              : "Thank you. Your answer counts from now on; you can change it here.");
    }

    /** A button in a mail has chosen; then the page asks for a yes and for nothing else. */
    boolean shows(String answer) {
      return fits(answer) && (only.isEmpty() || isAskedFor(only.get(), answer));
    }

    /** Whoever is asked to put a page in its place may say that it is not the one. */
    private static boolean isAskedFor(String chosen, String answer) {
      return chosen.equals(answer) || (chosen.equals("replace") && answer.equals(NOT_THIS));
    }

    /** A page that was found, and that may be put in its place. */
    Optional<NotifierApi.FoundSuccessor> found() {
      return Optional.ofNullable(item.successor()).filter(NotifierApi.FoundSuccessor::isPage);
    }

    /** What cannot be confirmed is an address that nobody knows. */
    private boolean fits(String answer) {
      return switch (answer) {
        case "keep" -> !isQuestion() || item.replacement() != null;
        case NOT_THIS -> found().isPresent();
        default -> true;
      };
    }

    /** Whether it is about an address that is not sure. */
    boolean isQuestion() {
      return kind().filter(FindingKind.ADDRESS_QUESTION::equals).isPresent();
    }

    private Optional<FindingKind> kind() {
      return FindingKind.named(item.finding().kind());
    }

    /** The address it is about; nothing for a site, and where nobody knows one. */
    Optional<String> address() {
      if (isQuestion()) {
        return Optional.ofNullable(item.replacement());
      }
      return kind().filter(FindingKind::isOfSite).isPresent()
          ? Optional.empty()
          : Optional.of(item.finding().subject());
    }

    boolean isChosen(String answer) {
      return answer.equals(typed.get("answer"));
    }

    String typed(String field) {
      return typed.getOrDefault(field, "");
    }
  }

  private record AnswerView(
      NotifierApi.FindingItem item,
      Map<String, String> typed,
      Optional<String> only,
      Optional<String> done) {}

  @Get
  HttpResponse<?> ask(HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    SearchParameters.refuseUnknown(parameters, List.of("t", "answer", "done"));
    String token = SearchParameters.required(parameters, "t");
    String chosen = SearchParameters.once(parameters, "answer").orElse("");
    Optional<String> done = SearchParameters.once(parameters, "done");
    return notifier.ask(api -> {
      NotifierApi.SheetReply sheet = api.sheet(token);
      return sheet.item() == null
          ? notifier.refused(NotifierApi.NotifierReply.refusal(sheet.outcome(), sheet.words()))
          : page(
              HttpStatus.OK,
              new AnswerView(sheet.item(), typed(sheet.item(), chosen), only(chosen), done),
              Optional.empty());
    });
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> answer(@Body Map<String, String> form) {
    String token = form.getOrDefault("t", "");
    String answer = form.getOrDefault("answer", "");
    String field = answer.equals(NOT_THIS) ? "shown" : "with";
    String until = form.getOrDefault(answer.equals("ignored") ? "until-ignored" : "until", "");
    String reason = form.getOrDefault(answer.equals("wrong") ? "why" : "reason", "");
    return notifier.ask(api -> {
      NotifierApi.NotifierReply reply =
          api.answer(
              new NotifierApi.AnswerRequest(
                  token, answer, form.getOrDefault(field, ""), reason, until));
      if (reply.isDone()) {
        return HttpResponse.seeOther(
            URI.create(
                "/answer?t=" + PageFormat.encoded(token) + "&done=" + PageFormat.encoded(answer)));
      }
      NotifierApi.SheetReply sheet = api.sheet(token);
      return sheet.item() == null
          ? notifier.refused(reply)
          : page(
              HttpStatus.UNPROCESSABLE_ENTITY,
              new AnswerView(sheet.item(), form, Optional.empty(), Optional.empty()),
              Optional.of(reply.words()));
    });
  }

  private static Optional<String> only(String chosen) {
    return Optional.of(chosen).filter(ANSWERS::contains);
  }

  /** A form begins with what was chosen in the mail, else with what was answered before. */
  private static Map<String, String> typed(NotifierApi.FindingItem item, String chosen) {
    NotifierApi.GivenAnswer given = item.answer();
    String replacement = suggested(item);
    if (given == null || !chosen.isEmpty()) {
      return Map.of("answer", chosen, "with", replacement);
    }
    return Map.of(
        "answer",
        given.kind(),
        "with",
        given.kind().equals("replace") ? given.words() : replacement,
        given.kind().equals("wrong") ? "why" : "reason",
        given.words());
  }

  /** What stands in the field for an address; a hint stands there only to be looked at. */
  private static String suggested(NotifierApi.FindingItem item) {
    if (item.replacement() != null) {
      return item.replacement();
    }
    NotifierApi.FoundSuccessor found = item.successor();
    return found == null ? "" : found.url();
  }

  private MutableHttpResponse<String> page(
      HttpStatus status, AnswerView shown, Optional<String> problem) {
    String title = problem.isPresent() ? "Error: your answer" : "Your answer";
    return html.page(
        status,
        "owner/answer",
        new AnswerModel(
            frames.of(title, NavigationEntry.ELSEWHERE),
            shown.item(),
            shown.typed(),
            shown.only(),
            shown.done(),
            problem));
  }
}
