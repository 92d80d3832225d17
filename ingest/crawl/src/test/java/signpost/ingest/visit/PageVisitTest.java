package signpost.ingest.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.ingest.frontier.Frontier.HostAfter;
import signpost.ingest.frontier.Lease;
import signpost.ingest.frontier.TargetKind;
import signpost.url.CanonicalUrl;
import signpost.web.WrittenPage;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadOutcome.Doubtful;
import signpost.web.extract.ReadOutcome.Read;
import signpost.web.extract.ReadOutcome.Unreadable;
import signpost.web.extract.ReadOutcome.UnreadableReason;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;

class PageVisitTest {
  private static final CanonicalUrl PAGE = new CanonicalUrl("https://help.example/page");
  private static final ReadablePage ENDED = WrittenPage.saying().titled("Page not found").page();
  private static final ReadOutcome IN_DOUBT = new Doubtful(ENDED, "/words.json answered 503");
  private static final ReadOutcome NEED = new Unreadable(UnreadableReason.NEEDS_BROWSER, "empty");

  @Test
  void endThatABrowserShowedInDoubtIsNotBelieved() {
    assertThat(rendered(IN_DOUBT).notices()).isEmpty();
    assertThat(answered(IN_DOUBT).notices()).contains(ENDED);
    assertThat(rendered(new Read(ENDED)).notices()).contains(ENDED);
  }

  @Test
  void pageThatScriptsWroteWasNotAnswered() {
    assertThat(rendered(new Read(ENDED)).page()).contains(ENDED);
    assertThat(rendered(new Read(ENDED)).answered()).isEmpty();
    assertThat(answered(new Read(ENDED)).answered()).contains(ENDED);
  }

  @Test
  void wordsThatWereThereBeforeAreInDoubtUnlessABrowserHasYetToBeAsked() {
    assertThat(rendered(NEED).doubt(true)).isPresent();
    assertThat(rendered(NEED).doubt(false)).isEmpty();
    assertThat(visit(NEED, true, true).doubt(true)).isEmpty();
  }

  private static PageVisit answered(ReadOutcome reading) {
    return visit(reading, false, false);
  }

  private static PageVisit rendered(ReadOutcome reading) {
    return visit(reading, true, false);
  }

  private static PageVisit visit(ReadOutcome reading, boolean shell, boolean waiting) {
    var answer =
        new FetchOutcome.Answered(
            PAGE.url(),
            PAGE.url(),
            200,
            List.of(),
            new Headers(Map.of()),
            ResponseBody.empty(),
            Duration.ZERO);
    var host = new HostAfter(Instant.EPOCH, Optional.empty(), "GET: 200", Instant.EPOCH);
    return new PageVisit(
        new Visit.Answered(lease(), answer, host),
        reading,
        List.of(),
        Optional.empty(),
        shell,
        waiting);
  }

  private static Lease lease() {
    return new Lease(
        PAGE,
        PAGE.value(),
        PAGE.origin(),
        1,
        TargetKind.RESOURCE,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
