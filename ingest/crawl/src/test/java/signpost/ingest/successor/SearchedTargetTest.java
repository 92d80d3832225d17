package signpost.ingest.successor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.events.PageSuccessor;
import signpost.ingest.successor.SearchedTarget.SearchResult;
import signpost.url.CanonicalUrl;

class SearchedTargetTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final PageSuccessor OFFER =
      new PageSuccessor.Offered("https://example.org/new", "A page", "Same title");
  private static final SearchResult UNREACHED =
      new SearchResult.Unsettled("example.org did not answer all that we asked");
  private static final SearchedTarget FRESH =
      new SearchedTarget(
          new CanonicalUrl("https://example.org/old"), NOON, Optional.empty(), 0, NOON);

  @Test
  void offeredPageIsLookedAfterDaily() {
    SearchedTarget found = FRESH.after(new SearchResult.Searched(OFFER), NOON);

    assertThat(found.found()).contains(OFFER);
    assertThat(found.dueAt()).isEqualTo(NOON.plus(Duration.ofDays(1)));
  }

  @Test
  void whatWasLookedForInVainIsNotLookedForAgain() {
    PageSuccessor nothing = new PageSuccessor.NotFound("No page is enough like it");

    assertThat(FRESH.after(new SearchResult.Searched(nothing), NOON).dueAt())
        .isEqualTo(Instant.MAX);
  }

  @Test
  void siteThatDoesNotAnswerIsAskedFourTimesInAWeek() {
    SearchedTarget last = FRESH;
    Instant at = NOON;
    for (int i = 0; i < 3; i++) {
      last = last.after(UNREACHED, at);
      assertThat(last.found()).isEmpty();
      at = last.dueAt();
    }
    SearchedTarget end = last.after(UNREACHED, at);

    assertThat(Duration.between(NOON, at)).isLessThan(Duration.ofDays(7));
    assertThat(end.found())
        .contains(
            new PageSuccessor.NotFound(
                "example.org did not answer all that we asked, in 4 attempts within a week"));
    assertThat(end.dueAt()).isEqualTo(Instant.MAX);
  }

  @Test
  void offerIsWithdrawnWhenItsPageIsMissingTwice() {
    SearchedTarget found = FRESH.after(new SearchResult.Searched(OFFER), NOON);
    SearchedTarget once = found.after(new SearchResult.NotThere(), NOON);

    assertThat(once.found()).contains(OFFER);
    assertThat(once.after(new SearchResult.StillThere(), NOON)).isEqualTo(found);
    assertThat(once.after(new SearchResult.NotThere(), NOON).found())
        .contains(
            new PageSuccessor.NotFound("The page that took its place is no longer there either"));
  }
}
