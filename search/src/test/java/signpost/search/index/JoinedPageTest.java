package signpost.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.events.Explanation;
import signpost.events.FailureClass;
import signpost.events.HealthEvent.HealthJudged;
import signpost.events.LinkHealth;
import signpost.events.PlacementRef;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.url.CanonicalUrl;

final class JoinedPageTest {
  private static final String URL = "https://lake.org.uk/guess";
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void addressNobodyHasConfirmedIsNeverBroken() {
    JoinedPage page = page(PlacementStatus.UNVERIFIED);
    assertThat(page.probable()).isTrue();
    assertThat(HealthTokens.of(page)).isEqualTo("unconfirmed");
    assertThat(page.fares()).isInstanceOf(LinkHealth.NotChecked.class);
    assertThat(page.explanation()).isEmpty();
    assertThat(HealthTokens.of(page(PlacementStatus.ACTIVE))).isEqualTo("broken");
  }

  private static JoinedPage page(PlacementStatus status) {
    CanonicalUrl url = CanonicalUrl.parse(URL).orElseThrow();
    var listed =
        new ResourceListed(
            url,
            status,
            List.of(new PlacementRef("lake", "Boats", "Guess", 1)),
            List.of(),
            Optional.empty(),
            List.of(),
            false);
    var broken =
        new HealthJudged(
            url,
            new LinkHealth.Broken(FailureClass.NOT_FOUND, NOW),
            new Explanation("It answers 404.", "Readers see an error page.", "Remove the link."),
            false,
            Optional.empty(),
            NOW,
            Optional.empty(),
            List.of(),
            List.of());
    return JoinedPage.unknown(URL).with(listed).with(broken);
  }
}
