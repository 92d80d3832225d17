package signpost.ingest.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.events.FailureClass;
import signpost.events.LinkHealth;
import signpost.evidence.PageVersion;
import signpost.ingest.evidence.ReadingWorth.InDoubt;
import signpost.ingest.evidence.ReadingWorth.Telling;
import signpost.revision.compare.ComparablePage;
import signpost.revision.noise.RevisionState;
import signpost.web.WrittenPage;
import signpost.web.health.TargetState;

final class ReadingWorthTest {
  private static final Instant SINCE = Instant.parse("2026-03-02T09:30:00Z");
  private static final RevisionState CALM =
      RevisionState.first(
          ComparablePage.of(WrittenPage.saying("Ring us.", "All is well.").titled("Help").page()));
  private static final RevisionState WAITING = CALM.withDoubt(SINCE);

  private static Optional<TargetState> judged(LinkHealth health) {
    return Optional.of(
        new TargetState(
            health,
            List.of(),
            false,
            0,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  void readingThatWasBelievedTellsOfItsRevision() {
    assertThat(ReadingWorth.of(judged(new LinkHealth.Ok()), CALM, true))
        .isEqualTo(new Telling(PageVersion.of(1), true));
  }

  @Test
  void readingWithSomethingThatWaitsToBeSeenAgainIsNotSettled() {
    assertThat(ReadingWorth.of(judged(new LinkHealth.Ok()), WAITING, true))
        .isEqualTo(new Telling(PageVersion.of(1), false));
  }

  @Test
  void readingThatWasNotBelievedIsInDoubt() {
    assertThat(ReadingWorth.of(judged(new LinkHealth.Ok()), CALM, false)).isEqualTo(new InDoubt());
  }

  /** Nobody is told of a suspicion, and its error page must not take the page's place. */
  @Test
  void errorOfASuspectedPageIsInDoubtUntilItIsTold() {
    LinkHealth suspect = new LinkHealth.Suspect(FailureClass.NOT_FOUND, SINCE);
    LinkHealth broken = new LinkHealth.Broken(FailureClass.NOT_FOUND, SINCE);

    assertThat(ReadingWorth.of(judged(suspect), CALM, false)).isEqualTo(new InDoubt());
    assertThat(ReadingWorth.of(judged(broken), CALM, false))
        .isEqualTo(new Telling(new PageVersion(1, Optional.of("broken")), false));
  }
}
