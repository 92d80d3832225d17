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
  record FoundLine(@Nullable String url, @Nullable String title, @Nullable String publisher) {
    FoundResource resource() {
      return new FoundResource(AnswerLine.or(url), AnswerLine.or(title), AnswerLine.or(publisher));
    }
  }

  @Serdeable
  record FoundLines(String search, List<FoundLine> found) {}

  @Get("/searches")
  List<String> followed() {
    return following.followed();
  }

  @Post("/searches/found")
  ReplyLine found(@Body FoundLines lines) {
    return ReplyLine.of(
        following.found(
            lines.search(),
            lines.found().stream()
                .map(FoundLine::resource)
                .filter(it -> !it.url().isEmpty())
                .toList()));
  }

  @Post("/unfollow")
  ReplyLine end(@Body TokenLine line) {
    return ReplyLine.of(following.end(line.token())).askedBy(tokens.reader(line.token()));
  }
}
