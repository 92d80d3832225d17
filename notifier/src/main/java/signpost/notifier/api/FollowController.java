package signpost.notifier.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import signpost.notifier.desk.SearchFollowing;
import signpost.notifier.follow.FoundAnswer;
import signpost.notifier.follow.FoundResource;
import signpost.notifier.token.LinkTokens;

/** Searches that people follow: search asks which, and says what each finds. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FollowController {
  private final SearchFollowing following;
  private final LinkTokens tokens;

  FollowController(SearchFollowing following, LinkTokens tokens) {
    this.following = following;
    this.tokens = tokens;
  }

  @Serdeable
  record FoundLine(
      String url,
      @Nullable List<String> copies,
      @Nullable String title,
      @Nullable String publisher,
      boolean usable) {
    FoundResource resource() {
      return new FoundResource(
          url,
          copies == null ? List.of() : copies,
          AnswerLine.or(title),
          AnswerLine.or(publisher),
          usable);
    }
  }

  @Serdeable
  record FoundLines(String search, String words, boolean whole, @Nullable List<FoundLine> found) {
    FoundAnswer answer() {
      List<FoundLine> lines = found == null ? List.of() : found;
      return new FoundAnswer(lines.stream().map(FoundLine::resource).toList(), whole);
    }
  }

  @Get("/searches")
  List<String> followed() {
    return following.followed();
  }

  @Post("/searches/found")
  ReplyLine found(@Body FoundLines lines) {
    return ReplyLine.of(following.found(lines.search(), lines.words(), lines.answer()));
  }

  @Post("/unfollow")
  ReplyLine end(@Body TokenLine line) {
    return ReplyLine.of(following.end(line.token())).askedBy(tokens.reader(line.token()));
  }
}
