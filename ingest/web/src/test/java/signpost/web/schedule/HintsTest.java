package signpost.web.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.web.schedule.SitemapHint.ChangedPages;
import signpost.web.schedule.SitemapHint.ListedPage;
import signpost.web.schedule.SitemapHint.SitemapLie;

class HintsTest {
  private static final Instant NOW = Instant.parse("2026-05-12T09:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-05-01, 2026-05-11, true",
    "2026-05-01T08:00:00Z, 2026-05-01T10:00:00+01:00, true",
    "2026-05-01, 2026-05-01, false",
    "2026-05-11, 2026-05-01, false",
    "2026-05-01, 2026-05-14, false",
    "2026-05-01, 2062-05-11, false",
    "2026-05-01, soon, false",
    "never, 2026-05-11, false",
    ", 2026-05-11, false"
  })
  void aLineSaysThatItsPageHasChangedWhenItsTimeMovesOn(String before, String now, boolean said) {
    ListedPage line = new ListedPage("u", Optional.ofNullable(before), now);
    assertThat(SitemapHint.of(List.of(line), NOW))
        .isEqualTo(new ChangedPages(said ? List.of(line) : List.of()));
  }

  @Test
  void nowOnEveryLineIsALie() {
    List<ListedPage> lines =
        IntStream.range(0, 10).mapToObj(i -> line(i, "2026-05-11", "2026-05-12")).toList();
    assertThat(SitemapHint.of(lines, NOW)).isInstanceOf(SitemapLie.class);
    assertThat(SitemapHint.of(lines.subList(0, 2), NOW)).isInstanceOf(ChangedPages.class);
  }

  @Test
  void aFewOfManyMayChangeTogether() {
    List<ListedPage> lines =
        IntStream.range(0, 10)
            .mapToObj(i -> line(i, "2026-05-01", i < 4 ? "2026-05-11" : "2026-05-01"))
            .toList();
    assertThat(SitemapHint.of(lines, NOW)).isEqualTo(new ChangedPages(lines.subList(0, 4)));
  }

  private static ListedPage line(int i, String before, String now) {
    return new ListedPage("u" + i, Optional.of(before), now);
  }

  @Test
  void aHostIsBelievedUntilItHasLied() {
    assertThat(HintTrust.NEW.isBelieved()).isTrue();
    assertThat(HintTrust.NEW.share()).isZero();
    assertThat(HintTrust.NEW.afterLie().isBelieved()).isFalse();
  }

  @Test
  void aHostMayMendItsWays() {
    HintTrust trust = HintTrust.NEW;
    for (int lie = 0; lie < 100; lie++) {
      trust = trust.afterLie();
    }
    int right = 0;
    while (!trust.isBelieved()) {
      trust = trust.after(true, true);
      right++;
    }
    assertThat(right).isLessThan(60);
  }

  @Test
  void whatAHostKeepsSilentAboutIsLookedForByUs() {
    HintTrust honest = after(HintTrust.NEW, 30, true, true);
    HintTrust silent = after(after(HintTrust.NEW, 10, true, true), 30, false, true);
    assertThat(honest.share()).isGreaterThan(0.9);
    assertThat(silent.share()).isLessThan(0.3);

    VisitHabit listed = VisitHabit.NEW.listed("2026-05-11", false, NOW);
    assertThat(listed.untold(honest)).isLessThan(listed.untold(silent));
    assertThat(VisitHabit.NEW.untold(honest)).as("not listed").isCloseTo(1 / 40.0, within(1e-6));
  }

  @Test
  void aChangeThatAVisitFoundFirstWasToldAllTheSame() {
    HintTrust trust = HintTrust.NEW.after(false, true);
    assertThat(trust.late()).isEqualTo(new HintTrust(1, 0, 0));
    for (int i = 0; i < 1_000; i++) {
      trust = trust.late();
    }
    assertThat(trust.right()).as("so that it can still mend its ways").isLessThan(100);
  }

  @Test
  void onlyAChangeThatAVisitFoundIsToldLate() {
    VisitHabit listed = VisitHabit.NEW.seen(false, NOW).listed("2026-05-01", false, NOW);
    VisitHabit found = listed.seen(true, NOW.plus(Duration.ofHours(2)));
    String before = NOW.plus(Duration.ofHours(1)).toString();

    assertThat(listed.seen(false, NOW.plus(Duration.ofHours(2))).isToldLate(before)).isFalse();
    assertThat(found.isToldLate(before)).isTrue();
    assertThat(found.isToldLate(NOW.plus(Duration.ofHours(3)).toString())).isFalse();
    assertThat(found.listed(before, false, NOW).isToldLate(before)).as("once").isFalse();
  }

  private static HintTrust after(HintTrust trust, int times, boolean said, boolean changed) {
    HintTrust after = trust;
    for (int i = 0; i < times; i++) {
      after = after.after(said, changed);
    }
    return after;
  }

  @Test
  void theFirstVisitSaysNothingOfHowOftenAPageChanges() {
    VisitHabit first = VisitHabit.NEW.seen(false, NOW);
    assertThat(first.rate()).isEqualTo(ChangeRate.UNKNOWN);
    VisitHabit second = first.listed("x", true, NOW).seen(true, NOW.plus(Duration.ofDays(1)));
    assertThat(second.rate().perDay()).isGreaterThan(ChangeRate.UNKNOWN.perDay());
    assertThat(second.hintedAt()).as("it has been looked at").isEmpty();
  }

  @Test
  void aDayIsOverBeforeItsChangesAreKnown() {
    VisitHabit seen = VisitHabit.NEW.seen(false, NOW);
    assertThat(seen.isSeenSince("2026-05-11")).isTrue();
    assertThat(seen.isSeenSince("2026-05-12")).isFalse();
    assertThat(seen.isSeenSince("2026-05-12T08:59:00Z")).isTrue();
    assertThat(seen.isSeenSince("yesterday")).isFalse();
  }

  @Test
  void whyATargetIsVisitedIsSaidInWords() {
    VisitHabit habit = VisitHabit.NEW.seen(false, NOW).listed("2026-05-12", true, NOW);
    assertThat(VisitWords.of(habit, true, true))
        .isEqualTo(
            "a guide leads to it; its page changes about every 40 days;"
                + " its sitemap of 12 May says it has changed");
    assertThat(VisitWords.of(VisitHabit.NEW, false, false))
        .isEqualTo("a page links to it; not seen yet");
  }
}
