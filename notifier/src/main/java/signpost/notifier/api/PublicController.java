package signpost.notifier.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import signpost.notifier.desk.LinkReports;
import signpost.notifier.desk.Subscriptions;

/** What anybody may ask: to be told, for the link to their page, that somebody looks at a link. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PublicController {
  private final Subscriptions subscriptions;
  private final LinkReports reports;

  PublicController(Subscriptions subscriptions, LinkReports reports) {
    this.subscriptions = subscriptions;
    this.reports = reports;
  }

  @Serdeable
  record AskLine(@Nullable String email, @Nullable String scope, @Nullable String client) {}

  @Serdeable
  record ReportLine(@Nullable String url, @Nullable String words, @Nullable String client) {}

  @Post("/subscriptions")
  ReplyLine ask(@Body AskLine line) {
    return ReplyLine.of(
        subscriptions.ask(
            AnswerLine.or(line.client()),
            AnswerLine.or(line.email()),
            AnswerLine.or(line.scope())));
  }

  @Get("/subscriptions/confirm")
  ReplyLine look(@QueryValue(defaultValue = "") String token) {
    return ReplyLine.of(subscriptions.look(token));
  }

  @Post("/subscriptions/confirm")
  ReplyLine confirm(@Body TokenLine line) {
    return ReplyLine.of(subscriptions.confirm(line.token()));
  }

  @Post("/own/link")
  ReplyLine link(@Body AskLine line) {
    return ReplyLine.of(
        subscriptions.sendLink(AnswerLine.or(line.client()), AnswerLine.or(line.email())));
  }

  @Post("/reports")
  ReplyLine report(@Body ReportLine line) {
    return ReplyLine.of(
        reports.report(
            AnswerLine.or(line.client()), AnswerLine.or(line.url()), AnswerLine.or(line.words())));
  }
}
