package signpost.web.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import signpost.web.browser.BrowserOutcome.RenderedPage;
import signpost.web.extract.PageReader;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadOutcome.Doubtful;
import signpost.web.extract.ReadOutcome.Read;
import signpost.web.extract.ReadOutcome.Unreadable;
import signpost.web.extract.ReadOutcome.UnreadableReason;

/** What was read of a page that was rendered, or why it still needs a browser. */
public final class RenderedReading {
  private RenderedReading() {}

  /** Whether a page is to be rendered: its server's HTML is an empty shell. */
  public static boolean isNeeded(ReadOutcome reading) {
    return reading instanceof Unreadable(UnreadableReason reason, _)
        && reason == UnreadableReason.NEEDS_BROWSER;
  }

  /** A page that needs a browser and is not read through one. */
  public static ReadOutcome without(ReadOutcome need, String why) {
    return need instanceof Unreadable(UnreadableReason reason, String detail)
        ? new Unreadable(reason, detail + "; " + why)
        : need;
  }

  /**
   * Reads what the browser made of a page.
   *
   * @param need what was read of it before
   */
  public static ReadOutcome of(PageReader reader, ReadOutcome need, BrowserOutcome outcome) {
    if (!(outcome instanceof RenderedPage page)) {
      return without(need, outcome.inWords());
    }
    ReadOutcome read =
        reader.read(
            page.html().getBytes(UTF_8), Optional.of("text/html; charset=utf-8"), page.at());
    return switch (read) {
      case Read(var words) when page.doubt().isPresent() -> new Doubtful(words, page.doubt().get());
      case Read _, Doubtful _ -> read;
      case Unreadable(UnreadableReason reason, _) when reason == UnreadableReason.EMPTY ->
          new Unreadable(
              reason,
              "no readable text, in a browser either"
                  + page.doubt().map(it -> ": " + it).orElse(""));
      case Unreadable _ -> read;
    };
  }
}
