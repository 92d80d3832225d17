package signpost.tools.reading;

import java.util.Optional;
import signpost.url.WebUrl;
import signpost.web.extract.PageExplanation;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadablePage;

/** What reading one input gave. */
public sealed interface ExtractedInput {
  /** As it was given. */
  String input();

  /**
   * A page.
   *
   * @param doubt why no change should be concluded from it
   * @param explained why which lines are read, where it is HTML and that was asked for
   */
  record ExtractedPage(
      String input,
      WebUrl url,
      ReadablePage page,
      Optional<String> doubt,
      Optional<PageExplanation> explained)
      implements ExtractedInput {}

  /** No page: {@code reason} is a code such as {@code encrypted} or {@code missing}. */
  record UnreadableInput(String input, String reason, String detail) implements ExtractedInput {}

  /** What a reader made of an input's bytes. */
  static ExtractedInput of(
      String input, WebUrl url, ReadOutcome outcome, Optional<PageExplanation> explained) {
    return switch (outcome) {
      case ReadOutcome.Read(ReadablePage page) ->
          new ExtractedPage(input, url, page, Optional.empty(), explained);
      case ReadOutcome.Doubtful(ReadablePage page, String why) ->
          new ExtractedPage(input, url, page, Optional.of(why), explained);
      case ReadOutcome.Unreadable(ReadOutcome.UnreadableReason reason, String detail) ->
          new UnreadableInput(input, ConstantNames.of(reason), detail);
    };
  }
}
