package signpost.notifier.api;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import signpost.notifier.desk.AnswerSheet;
import signpost.notifier.desk.ReplacementSheet;
import signpost.notifier.token.LinkTokens;

/** Replaces the links to a site that was rebuilt, by signed link. */
@Controller("/api/replacements")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReplacementController {
  private final ReplacementSheet replacements;
  private final AnswerSheet sheet;
  private final LinkTokens tokens;

  ReplacementController(ReplacementSheet replacements, AnswerSheet sheet, LinkTokens tokens) {
    this.tokens = tokens;
    this.replacements = replacements;
    this.sheet = sheet;
  }

  /** What was chosen: the address to put in, by finding. */
  @Serdeable
  record ChosenLine(String token, Map<String, String> chosen) {}

  @Get
  ReplacementsLine links(@QueryValue(defaultValue = "") String token) {
    return replacements
        .of(token)
        .map(it -> ReplacementsLine.of(it, sheet))
        .orElseGet(() -> ReplacementsLine.refused(replacements.refusal(token)));
  }

  @Post
  ReplyLine replace(@Body ChosenLine line) {
    return ReplyLine.of(replacements.replace(line.token(), line.chosen()))
        .askedBy(tokens.reader(line.token()));
  }
}
