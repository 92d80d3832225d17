package signpost.web.browser;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import signpost.url.WebUrl;

/** What came of reading one page through the browser: a closed set. */
public sealed interface BrowserOutcome {
  /** A clause for ops: "it was not ready within 10 s". */
  String inWords();

  /**
   * The page as its scripts left it.
   *
   * @param at where, which scripts may have changed
   * @param html without scripts; shadow roots stand where they are shown
   * @param doubt why it may not be all of the page, if so
   */
  record RenderedPage(WebUrl at, String html, Optional<String> doubt, Set<DeniedAct> denied)
      implements BrowserOutcome {
    public RenderedPage {
      denied = Set.copyOf(denied);
    }

    @Override
    public String inWords() {
      return denied.isEmpty()
          ? "it was read through the browser"
          : "in the browser it tried to "
              + EnumSet.copyOf(denied).stream()
                  .map(DeniedAct::words)
                  .collect(Collectors.joining(", to "));
    }
  }

  /** Why nothing came of it at all, whatever was asked for: words or a picture. */
  sealed interface BrowserFailure extends BrowserOutcome, PictureOutcome {}

  /** It was not ready in time: it works without end, or waits for something. */
  record TimedOut(Duration limit) implements BrowserFailure {
    @Override
    public String inWords() {
      return "it was not ready within " + limit.toMillis() / 1000.0 + " s";
    }
  }

  /** It took more memory, or gave more text, than we allow. */
  record TooBig(String detail) implements BrowserFailure {
    @Override
    public String inWords() {
      return "it took too much: " + detail;
    }
  }

  /** The page, or the whole browser, died of it. */
  record PageCrashed(String detail) implements BrowserFailure {
    @Override
    public String inWords() {
      return "the browser failed at it: " + detail;
    }
  }

  /** Its scripts lead to another site, or on and on. */
  record LedAway(WebUrl to) implements BrowserOutcome {
    @Override
    public String inWords() {
      return "its scripts lead away, to " + to.href();
    }
  }

  /** Its scripts lead to a page that is not there. */
  record LedToNothing(WebUrl to, String why) implements BrowserOutcome {
    @Override
    public String inWords() {
      return "its scripts lead to " + to.href() + ": " + why;
    }
  }

  /** There was no browser for it: that says nothing about the page. */
  record NoBrowser(String detail) implements BrowserFailure {
    @Override
    public String inWords() {
      return "there was no browser for it: " + detail;
    }
  }
}
