package signpost.notifier.api;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import signpost.notifier.desk.AnswerSheet;
import signpost.notifier.token.LinkTokens;

/** Answers by signed link, and what was answered of a guide as {@code signpost repair} takes it. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AnswerController {
  private final AnswerSheet sheet;
  private final LinkTokens tokens;

  AnswerController(AnswerSheet sheet, LinkTokens tokens) {
    this.tokens = tokens;
    this.sheet = sheet;
  }

  @Get("/answer")
  SheetLine sheet(@QueryValue(defaultValue = "") String token) {
    return sheet
        .of(token)
        .map(SheetLine::of)
        .orElseGet(() -> SheetLine.refused(sheet.refusal(token)));
  }

  @Post("/answers")
  ReplyLine answer(@Body AnswerLine line) {
    return ReplyLine.of(sheet.answer(line.token(), line.form()))
        .askedBy(tokens.reader(line.token()));
  }

  @Get("/answers")
  List<RepairLine> answers(@QueryValue String guide) {
    return sheet.ofGuide(guide).stream().map(RepairLine::of).toList();
  }
}
