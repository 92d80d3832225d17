package signpost.search.pages;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import java.io.EOFException;
import java.net.URISyntaxException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.search.api.ApiErrors;
import signpost.search.api.BadRequestException;
import signpost.search.api.FailedRequests;
import signpost.search.api.NotFoundException;
import signpost.search.gate.MarkedRoutes;
import signpost.search.pages.PageFrame.NavigationEntry;

/** What people and programs see when something cannot be answered. */
@Controller
final class ErrorPages {
  private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

  private final PageFrames frames;
  private final HtmlRenderer html;
  private final ApiErrors api;
  private final FailedRequests failed;
  private final MarkedRoutes routes;

  ErrorPages(
      PageFrames frames,
      HtmlRenderer html,
      ApiErrors api,
      FailedRequests failed,
      MarkedRoutes routes) {
    this.frames = frames;
    this.html = html;
    this.api = api;
    this.failed = failed;
    this.routes = routes;
  }

  record ErrorModel(PageFrame frame, String heading, String detail) {}

  @Error(global = true)
  HttpResponse<?> notFound(HttpRequest<?> request, NotFoundException problem) {
    return answer(
        request,
        HttpStatus.NOT_FOUND,
        "Page not found",
        String.valueOf(problem.getMessage()),
        Optional.empty());
  }

  @Error(global = true, status = HttpStatus.NOT_FOUND)
  HttpResponse<?> notFound(HttpRequest<?> request) {
    return answer(
        request,
        HttpStatus.NOT_FOUND,
        "Page not found",
        "If you typed the address, check it is right.",
        Optional.empty());
  }

  @Error(global = true, status = HttpStatus.METHOD_NOT_ALLOWED)
  HttpResponse<?> notThisWay(HttpRequest<?> request) {
    String allowed = routes.allowed(request);
    return answer(
            request,
            HttpStatus.METHOD_NOT_ALLOWED,
            "That cannot be done here",
            "This address does not take " + request.getMethodName() + ", but " + allowed + ".",
            Optional.empty())
        .header("allow", allowed);
  }

  @Error(global = true)
  HttpResponse<?> bad(HttpRequest<?> request, BadRequestException problem) {
    return answer(
        request,
        HttpStatus.BAD_REQUEST,
        "That address has a mistake in it",
        api.concerns(request) ? String.valueOf(problem.getMessage()) : problem.plain(),
        problem.suggestion());
  }

  @Error(global = true)
  HttpResponse<?> bad(HttpRequest<?> request, ConversionErrorException problem) {
    return answer(
        request,
        HttpStatus.BAD_REQUEST,
        "That address has a mistake in it",
        "The value of \"" + problem.getArgument().getName() + "\" cannot be read.",
        Optional.empty());
  }

  @Error(global = true)
  HttpResponse<?> missing(HttpRequest<?> request, UnsatisfiedRouteException problem) {
    return answer(
        request,
        HttpStatus.BAD_REQUEST,
        "That request lacks something",
        "\"" + problem.getArgument().getName() + "\" is missing.",
        Optional.empty());
  }

  @Error(global = true)
  HttpResponse<?> unreadable(HttpRequest<?> request, URISyntaxException problem) {
    return answer(
        request,
        HttpStatus.BAD_REQUEST,
        "That address has a mistake in it",
        String.valueOf(problem.getReason()) + ".",
        Optional.empty());
  }

  /** What the server itself refuses, such as a form of the wrong kind. */
  @Error(global = true)
  HttpResponse<?> refused(HttpRequest<?> request, HttpStatusException problem) {
    return problem.getStatus() == HttpStatus.REQUEST_ENTITY_TOO_LARGE
        ? tooLong(request)
        : answer(
            request,
            problem.getStatus(),
            problem.getStatus().getReason(),
            "The request cannot be answered as it is.",
            Optional.empty());
  }

  @Error(global = true)
  HttpResponse<?> tooLong(HttpRequest<?> request, ContentLengthExceededException problem) {
    return tooLong(request);
  }

  private HttpResponse<?> tooLong(HttpRequest<?> request) {
    return answer(
        request,
        HttpStatus.REQUEST_ENTITY_TOO_LARGE,
        "That is too long",
        api.concerns(request)
            ? "What was sent is longer than anything that is taken here."
            : "No link or form of ours is so long. If you copied a link, copy it again from the"
                + " message.",
        Optional.empty());
  }

  /** A form whose escapes are broken, such as {@code t=%zz}. */
  @Error(global = true)
  HttpResponse<?> unreadable(HttpRequest<?> request, ErrorDataDecoderException problem) {
    return answer(
        request,
        HttpStatus.BAD_REQUEST,
        "That form cannot be read",
        "What was sent is not written as forms are. Nothing was changed.",
        Optional.empty());
  }

  /** Nobody reads this answer any more, and nothing of ours failed. */
  @Error(global = true)
  HttpResponse<?> brokenOff(HttpRequest<?> request, EOFException problem) {
    return answer(
        request,
        HttpStatus.BAD_REQUEST,
        "That did not arrive whole",
        "The connection ended before all of it was here. Try again.",
        Optional.empty());
  }

  @Error(global = true)
  HttpResponse<?> failed(HttpRequest<?> request, Throwable problem) {
    failed.failed();
    log.error("{} {} failed", request.getMethodName(), request.getPath(), problem);
    return answer(
        request,
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Sorry, there is a problem with Signpost",
        "Try again later. What happened has been written to the log.",
        Optional.empty());
  }

  private MutableHttpResponse<?> answer(
      HttpRequest<?> request,
      HttpStatus status,
      String heading,
      String detail,
      Optional<String> suggestion) {
    if (api.concerns(request)) {
      return api.problem(status, detail, suggestion);
    }
    String sentence = detail.endsWith(".") ? detail : detail + ".";
    String meant = suggestion.map(it -> " Did you mean “" + it + "”?").orElse("");
    return page(status, heading, sentence + meant);
  }

  private MutableHttpResponse<String> page(HttpStatus status, String heading, String detail) {
    return html.page(
        status,
        "error",
        new ErrorModel(frames.of(heading, NavigationEntry.ELSEWHERE), heading, detail));
  }
}
