package signpost.tools.reading;

import java.util.Optional;
import signpost.url.WebUrl;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadablePage;

/** What reading one input gave. */
public sealed interface Extracted {
  /** As it was given. */
  String input();

  /** A page; {@code doubt} says why no change should be concluded from it. */
  record Page(String input, WebUrl url, ReadablePage page, Optional<String> doubt)
      implements Extracted {}

  /** No page: {@code reason} is a code such as {@code encrypted} or {@code missing}. */
  record Unreadable(String input, String reason, String detail) implements Extracted {}

  /** What a reader made of an input's bytes. */
  static Extracted of(String input, WebUrl url, ReadOutcome outcome) {
    return switch (outcome) {
      case ReadOutcome.Read(ReadablePage page) -> new Page(input, url, page, Optional.empty());
      case ReadOutcome.Doubtful(ReadablePage page, String why) ->
          new Page(input, url, page, Optional.of(why));
      case ReadOutcome.Unreadable(ReadOutcome.Reason reason, String detail) ->
          new Unreadable(input, Codes.of(reason), detail);
    };
  }
}
