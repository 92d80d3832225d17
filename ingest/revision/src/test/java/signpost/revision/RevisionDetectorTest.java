package signpost.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.revision.WrittenRevision.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import signpost.events.RecordJson;
import signpost.revision.RevisionOutcome.Confirmed;
import signpost.revision.RevisionOutcome.DoubtfulReading;
import signpost.revision.RevisionOutcome.First;
import signpost.revision.RevisionOutcome.SameReading;
import signpost.revision.RevisionOutcome.SeenOnce;
import signpost.revision.compare.ComparablePage;
import signpost.revision.noise.PageSetting;
import signpost.revision.noise.RevisionState;
import signpost.web.WrittenPage;

class RevisionDetectorTest {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final WrittenPage A = WrittenPage.saying("The guide as it was.");
  private static final WrittenPage B = WrittenPage.saying("The guide with another approach.");
  private static final WrittenPage C = WrittenPage.saying("The guide rewritten for schools.");

  private static final WrittenPage D = WrittenPage.saying("The guide, with a chapter on sleep.");

  private Instant now = Instant.parse("2026-11-23T05:00:00Z");
  private @Nullable RevisionState state;

  private RevisionOutcome see(WrittenPage page) {
    RevisionOutcome outcome =
        RevisionDetector.see(Optional.ofNullable(state), page.page(), PageSetting.plain(), now);
    state = outcome.after();
    return outcome;
  }

  private RevisionOutcome see(Duration later, WrittenPage page) {
    now = now.plus(later);
    return see(page);
  }

  @Test
  void firstReadingIsRevisionOneAndNoChange() {
    assertThat(see(A)).isInstanceOf(First.class);
    assertThat(see(QUARTER, A)).isInstanceOf(SameReading.class);
    assertThat(see(Duration.ZERO, A).after().revision()).isEqualTo(1);
    assertThat(see(Duration.ZERO, A).after().changedAt()).isEmpty();
  }

  @Test
  void changeSeenOnceIsLookedAtAgainAfterAQuarterOfAnHour() {
    see(A);

    RevisionOutcome once = see(Duration.ofDays(1), B);

    assertThat(once).isEqualTo(new SeenOnce(once.after(), now.plus(QUARTER)));
    assertThat(once.after().told()).isEqualTo(reading(A));
  }

  @Test
  void changeCountsAtExactlyAQuarterOfAnHourAndNotBefore() {
    see(A);
    Instant first = now;
    see(B);

    RevisionOutcome early = see(QUARTER.minusNanos(1), B);
    assertThat(early).isEqualTo(new SeenOnce(early.after(), first.plus(QUARTER)));

    RevisionOutcome confirmed = see(Duration.ofNanos(1), B);
    assertThat(confirmed).isInstanceOf(Confirmed.class);
    assertThat(((Confirmed) confirmed).seenAt()).isEqualTo(first);
    assertThat(confirmed.after().revision()).isEqualTo(2);
    assertThat(confirmed.after().changedAt()).contains(now);
    assertThat(confirmed.after().told()).isEqualTo(reading(B));
    assertThat(see(QUARTER, B)).isInstanceOf(SameReading.class);
  }

  @Test
  void anotherReadingInBetweenStartsTheCountAnew() {
    see(A);
    see(B);
    assertThat(see(QUARTER, C)).isInstanceOf(SeenOnce.class);
    assertThat(see(QUARTER, C)).isInstanceOf(Confirmed.class);
  }

  @Test
  void draftThatGaveWayAndComesBackIsNoChange() {
    see(A);
    see(B);
    see(QUARTER, C);

    assertThat(see(QUARTER, B)).isInstanceOf(SameReading.class);
    assertThat(see(QUARTER, B)).isInstanceOf(SameReading.class);
  }

  @Test
  void pageSavedOftenWithinAnHourIsToldOnceItStands() {
    see(A);
    for (int save = 0; save < 4; save++) {
      assertThat(see(Duration.ofMinutes(12), WrittenPage.saying("The guide, draft " + save)))
          .isInstanceOf(SeenOnce.class);
    }
    assertThat(see(QUARTER, WrittenPage.saying("The guide, draft 3")))
        .isInstanceOf(Confirmed.class);
  }

  @Test
  void oldFaceThatComesBackIsNoChange() {
    see(A);
    see(B);
    see(QUARTER, B);

    assertThat(see(Duration.ofDays(13), A)).isInstanceOf(SameReading.class);
    assertThat(see(QUARTER, A)).isInstanceOf(SameReading.class);
    assertThat(see(QUARTER, B)).isInstanceOf(SameReading.class);
  }

  @Test
  void faceSeenOnceThatGoesAndComesBackIsNoChange() {
    see(A);
    see(B);
    see(QUARTER, A);

    assertThat(see(QUARTER, B)).isInstanceOf(SameReading.class);
    assertThat(see(QUARTER, B)).isInstanceOf(SameReading.class);
  }

  @Test
  void oldFaceThatStaysForAFortnightIsAChange() {
    see(A);
    see(B);
    see(QUARTER, B);
    see(Duration.ofDays(1), A);
    Instant back = now;
    for (int day = 1; day < 14; day++) {
      assertThat(see(Duration.ofDays(1), A)).isInstanceOf(SameReading.class);
    }

    RevisionOutcome outcome = see(Duration.ofDays(1), A);

    assertThat(outcome).isInstanceOf(Confirmed.class);
    assertThat(((Confirmed) outcome).seenAt()).isEqualTo(back);
    assertThat(outcome.after().revision()).isEqualTo(3);
  }

  @Test
  void oldFaceThatComesBackAfterMoreThanAFortnightIsNew() {
    see(A);
    see(B);
    see(QUARTER, B);

    assertThat(see(Duration.ofDays(14), A)).isInstanceOf(SeenOnce.class);
    assertThat(see(QUARTER, A)).isInstanceOf(Confirmed.class);
  }

  @Test
  void pageThatSwingsBetweenTwoFacesForMonthsIsNeverTold() {
    Random random = new Random(7);
    see(A);
    see(B);
    see(QUARTER, A);
    for (int hour = 0; hour < 24 * 90; hour++) {
      assertThat(see(Duration.ofHours(1), random.nextBoolean() ? A : B))
          .isInstanceOf(SameReading.class);
    }
  }

  @Test
  void restlessPageIsNotLookedAtEarlyForEver() {
    see(A);
    for (int visit = 0; visit < 7; visit++) {
      RevisionOutcome outcome = see(QUARTER, WrittenPage.saying("Ticket " + visit + " was drawn."));
      Duration wait = visit < 3 ? QUARTER : Duration.ofDays(1);
      assertThat(outcome).isEqualTo(new SeenOnce(outcome.after(), now.plus(wait)));
    }
  }

  @Test
  void pageThatWasRestlessForADayIsToldOnceItSettles() {
    see(A);
    for (int visit = 0; visit < 5; visit++) {
      see(QUARTER, WrittenPage.saying("Ticket " + visit + " was drawn."));
    }
    see(Duration.ofDays(1), C);

    assertThat(see(Duration.ofDays(1), C)).isInstanceOf(Confirmed.class);
    for (int day = 0; day < 4; day++) {
      assertThat(see(Duration.ofDays(1), C)).isInstanceOf(SameReading.class);
    }
    RevisionOutcome next = see(Duration.ofDays(1), D);
    assertThat(next).isEqualTo(new SeenOnce(next.after(), now.plus(QUARTER)));
  }

  @Test
  void stumpOfAPageIsNoChangeUntilItHasStoodForAFortnight() {
    WrittenPage stump = WrittenPage.saying("Loading");
    see(A);
    for (int day = 0; day < 14; day++) {
      assertThat(see(Duration.ofDays(1), stump)).isInstanceOf(DoubtfulReading.class);
    }
    assertThat(see(Duration.ofDays(1), stump)).isInstanceOf(SeenOnce.class);
    assertThat(see(QUARTER, stump)).isInstanceOf(Confirmed.class);
  }

  @Test
  void pageThatIsWholeAgainIsAsItWas() {
    see(A);
    see(Duration.ofDays(1), WrittenPage.saying("Loading"));

    assertThat(see(Duration.ofDays(1), A)).isInstanceOf(SameReading.class);
    assertThat(see(Duration.ofDays(13), WrittenPage.saying("Loading")))
        .isInstanceOf(DoubtfulReading.class);
  }

  @Test
  void whatIsRememberedStaysSmallAndKeepsItsMeaningWhenStored() {
    Random random = new Random(11);
    see(A);
    for (int visit = 0; visit < 150; visit++) {
      WrittenPage page = WrittenPage.saying("Face number " + random.nextInt(60));
      RevisionState after = see(Duration.ofMinutes(random.nextInt(90)), page).after();
      assertThat(after.lately()).hasSizeLessThanOrEqualTo(64);
      String stored = RecordJson.write(after);
      assertThat(RecordJson.read(stored, RevisionState.class)).isEqualTo(after);
    }
  }

  @Test
  void revisionsCountUpByOneAndNeverWithoutTwoSightings() {
    Random random = new Random(23);
    WrittenPage[] faces = {A, B, C};
    int revision = see(A).after().revision();
    @Nullable ComparablePage last = null;
    for (int visit = 0; visit < 2_000; visit++) {
      WrittenPage page = faces[random.nextInt(faces.length)];
      RevisionOutcome outcome = see(Duration.ofHours(random.nextInt(24 * 8)), page);
      if (outcome instanceof Confirmed(RevisionState after, var _, Instant seenAt, var _)) {
        assertThat(reading(page)).isEqualTo(last);
        assertThat(Duration.between(seenAt, now)).isGreaterThanOrEqualTo(QUARTER);
        assertThat(after.revision()).isEqualTo(++revision);
      }
      assertThat(outcome.after().revision()).isEqualTo(revision);
      last = reading(page);
    }
  }
}
