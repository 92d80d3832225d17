package signpost.notifier.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import signpost.catalogue.Preferences;
import signpost.events.FailureClass;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.FindingState;
import signpost.notifier.Given;
import signpost.notifier.decision.OwnerDecision.DecidedMessage;
import signpost.notifier.finding.Finding;
import signpost.notifier.finding.FindingDetail;
import signpost.notifier.listing.HostOrigins;
import signpost.notifier.message.MessageKind;
import signpost.notifier.store.WireName;

class AlertDeciderTest {
  private static final TellingPolicy POLICY =
      new TellingPolicy(
          Duration.ofMinutes(10),
          6,
          LocalTime.of(8, 0),
          Duration.ofHours(24),
          Duration.ofMinutes(90),
          Duration.ofDays(14));
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final ToldLog OPEN = new ToldLog(1, FindingState.OPEN, Given.NOON, "d1");

  private static Finding finding(String url, FindingKind kind, FindingState state, Instant at) {
    boolean urgent = kind.isUrgent().orElse(true);
    return new Finding(
        url + kind,
        url,
        HostOrigins.originOf(url),
        kind,
        state,
        urgent,
        false,
        "It is gone.",
        Given.because("It is gone."),
        at,
        at,
        at,
        Optional.empty(),
        state == FindingState.OPEN ? 1 : 2,
        List.of(at),
        FindingDetail.NONE);
  }

  private static AlertCandidate broken(String url) {
    return candidate(
        finding(url, FindingKind.BROKEN, FindingState.OPEN, Given.NOON), Optional.empty());
  }

  private static AlertCandidate candidate(Finding finding, Optional<ToldLog> told) {
    return new AlertCandidate(finding, told, Optional.empty(), Optional.empty());
  }

  private static OwnerDecision decide(
      FirstReport report, int today, Instant now, AlertCandidate... all) {
    GuideGroup group =
        new GuideGroup(
            "snap", "Snap", Optional.of("https://c.example/g"), false, report, Arrays.asList(all));
    return AlertDecider.decide(
        new DecisionView(
            LONDON,
            Preferences.USUAL,
            List.of(group),
            Set.of(),
            Collections.nCopies(today, Given.NOON),
            now),
        POLICY);
  }

  private static OwnerDecision decide(Instant now, AlertCandidate... all) {
    return decide(new FirstReport.FirstReportGiven(), 0, now, all);
  }

  private static Instant minutes(int minutes) {
    return Given.NOON.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void nothingOpenAndNothingToldIsSilence() {
    assertThat(decide(Given.NOON))
        .isEqualTo(new OwnerDecision(List.of(), Optional.empty(), List.of()));
  }

  @Test
  void anUrgentFindingWaitsTenMinutesForCompany() {
    OwnerDecision early = decide(minutes(9), broken("https://a.example/1"));
    assertThat(early.tellings()).isEmpty();
    assertThat(early.next()).contains(minutes(10));
    OwnerDecision due =
        decide(minutes(10), broken("https://a.example/1"), broken("https://b.example/2"));
    assertThat(due.tellings())
        .singleElement()
        .extracting(DecidedMessage::kind)
        .isEqualTo(MessageKind.IMMEDIATE);
    assertThat(due.tellings().getFirst().items()).hasSize(2);
  }

  @Test
  void whileCompanyKeepsComingAllWaitForItAnHourAtMost() {
    AlertCandidate[] every8Minutes =
        IntStream.range(0, 9)
            .mapToObj(i ->
                candidate(
                    finding(
                        "https://a.example/" + i,
                        FindingKind.BROKEN,
                        FindingState.OPEN,
                        minutes(8 * i)),
                    Optional.empty()))
            .toArray(AlertCandidate[]::new);
    AlertCandidate[] three = Arrays.copyOf(every8Minutes, 3);
    assertThat(decide(minutes(25), three).tellings()).isEmpty();
    assertThat(decide(minutes(25), three).next()).contains(minutes(26));
    assertThat(decide(minutes(26), three).tellings())
        .singleElement()
        .satisfies(it -> assertThat(it.items()).hasSize(3));
    AlertCandidate[] eight = Arrays.copyOf(every8Minutes, 8);
    assertThat(decide(minutes(59), eight).next()).contains(minutes(60));
    assertThat(decide(minutes(60), eight).tellings())
        .singleElement()
        .satisfies(it -> assertThat(it.items()).hasSize(8));
  }

  @Test
  void whatIsHeldBackSaysWhyAndUntilWhen() {
    AlertCandidate told = candidate(broken("https://a.example/1").finding(), Optional.of(OPEN));
    AlertCandidate fresh = broken("https://b.example/2");
    assertThat(decide(minutes(9), told, fresh).held())
        .extracting(Held::reason, Held::until)
        .containsExactly(
            tuple(HeldReason.ALREADY_TOLD, Optional.empty()),
            tuple(HeldReason.COMPANY, Optional.of(minutes(10))));
    assertThat(decide(new FirstReport.FirstReportGiven(), 6, minutes(60), fresh).held())
        .extracting(Held::reason)
        .containsExactly(HeldReason.OVER_CAP);
    assertThat(decide(new FirstReport.GuideUnlisted(), 0, minutes(60), fresh).held())
        .extracting(Held::reason)
        .containsExactly(HeldReason.GUIDE_UNKNOWN);
  }

  @Test
  void whatWasToldIsNotToldAgain() {
    AlertCandidate told = candidate(broken("https://a.example/1").finding(), Optional.of(OPEN));
    assertThat(decide(minutes(60), told).tellings()).isEmpty();
  }

  @Test
  void recoveryIsToldOnlyToWhoHeardOfTheTrouble() {
    Finding over =
        finding("https://a.example/1", FindingKind.BROKEN, FindingState.RESOLVED, Given.NOON);
    assertThat(decide(minutes(60), candidate(over, Optional.empty())).tellings()).isEmpty();
    assertThat(decide(minutes(60), candidate(over, Optional.of(OPEN))).tellings())
        .extracting(DecidedMessage::kind)
        .containsExactly(MessageKind.RECOVERY);
    ToldLog recovered = new ToldLog(2, FindingState.RESOLVED, Given.NOON, "d2");
    assertThat(decide(minutes(60), candidate(over, Optional.of(recovered))).tellings()).isEmpty();
  }

  @Test
  void theSeventhOfTheDayWaitsForTheDigest() {
    OwnerDecision capped =
        decide(new FirstReport.FirstReportGiven(), 6, minutes(60), broken("https://a.example/1"));
    assertThat(capped.tellings()).isEmpty();
    assertThat(capped.next()).contains(Instant.parse("2026-01-06T08:00:00Z"));
  }

  @Test
  void whatCanWaitComesAtEightInTheOwnersMorningOnBothSidesOfTheClockChange() {
    Instant evening = Instant.parse("2026-03-28T20:00:00Z");
    AlertCandidate moved =
        candidate(
            finding("https://a.example/1", FindingKind.MOVED, FindingState.OPEN, evening),
            Optional.empty());
    assertThat(decide(evening, moved).next()).contains(Instant.parse("2026-03-29T07:00:00Z"));
    assertThat(decide(Instant.parse("2026-03-29T07:00:00Z"), moved).tellings())
        .extracting(DecidedMessage::kind)
        .containsExactly(MessageKind.DIGEST);
  }

  @Test
  void untilTheFirstReportNothingElseIsTold() {
    FirstReport due = new FirstReport.FirstReportDue(false, Given.NOON);
    OwnerDecision waiting = decide(due, 0, minutes(60), broken("https://a.example/1"));
    assertThat(waiting.tellings()).isEmpty();
    assertThat(waiting.next()).contains(Given.NOON.plus(Duration.ofHours(24)));
    OwnerDecision late =
        decide(due, 0, Given.NOON.plus(Duration.ofHours(24)), broken("https://a.example/1"));
    assertThat(late.tellings())
        .extracting(DecidedMessage::kind)
        .containsExactly(MessageKind.FIRST_REPORT);
    FirstReport complete = new FirstReport.FirstReportDue(true, Given.NOON);
    assertThat(decide(complete, 0, minutes(89)).tellings()).isEmpty();
    assertThat(decide(complete, 0, minutes(90)).tellings()).hasSize(1);
  }

  @Test
  void aDownHostHidesItsLinks() {
    AlertCandidate host =
        candidate(
            finding("https://a.example", FindingKind.HOST_DOWN, FindingState.OPEN, Given.NOON),
            Optional.empty());
    GuideGroup group =
        new GuideGroup(
            "snap",
            "Snap",
            Optional.empty(),
            false,
            new FirstReport.FirstReportGiven(),
            List.of(host, broken("https://a.example/1"), broken("https://a.example/2")));
    DecisionView view =
        new DecisionView(
            LONDON,
            Preferences.USUAL,
            List.of(group),
            Set.of("https://a.example"),
            List.of(),
            minutes(60));
    assertThat(AlertDecider.decide(view, POLICY).tellings())
        .singleElement()
        .satisfies(telling ->
            assertThat(telling.items())
                .extracting(item -> item.finding().kind())
                .containsExactly(FindingKind.HOST_DOWN));
  }

  @Test
  void aSiteThatIsDownUnderHttpAndHttpsIsToldOnce() {
    Finding plain =
        finding("http://a.example", FindingKind.HOST_DOWN, FindingState.OPEN, Given.NOON);
    Finding secured =
        finding("https://a.example", FindingKind.HOST_DOWN, FindingState.OPEN, minutes(1));
    assertThat(
            decide(
                    minutes(60),
                    candidate(plain, Optional.empty()),
                    candidate(secured, Optional.empty()))
                .tellings())
        .singleElement()
        .satisfies(it ->
            assertThat(it.items())
                .extracting(OwnerDecision.DecidedFinding::finding)
                .containsExactly(plain));
  }

  @Test
  void aDownHostDoesNotHideWhatItsPagesAnswered() {
    Finding missing = brokenBy(FailureClass.NOT_FOUND, "https://a.example/1");
    Finding silent = brokenBy(FailureClass.TIMED_OUT, "https://a.example/2");
    GuideGroup group =
        new GuideGroup(
            "snap",
            "Snap",
            Optional.empty(),
            false,
            new FirstReport.FirstReportGiven(),
            List.of(candidate(missing, Optional.empty()), candidate(silent, Optional.empty())));
    DecisionView view =
        new DecisionView(
            LONDON,
            Preferences.USUAL,
            List.of(group),
            Set.of("https://a.example"),
            List.of(),
            minutes(60));
    assertThat(AlertDecider.decide(view, POLICY).tellings())
        .singleElement()
        .satisfies(telling ->
            assertThat(telling.items())
                .extracting(OwnerDecision.DecidedFinding::finding)
                .containsExactly(missing));
  }

  private static Finding brokenBy(FailureClass failure, String url) {
    return with(
        finding(url, FindingKind.BROKEN, FindingState.OPEN, Given.NOON),
        new FindingDetail(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(WireName.of(failure)),
            Optional.empty(),
            Optional.empty()));
  }

  private static Finding with(Finding plain, FindingDetail detail) {
    return new Finding(
        plain.id(),
        plain.subject(),
        plain.host(),
        plain.kind(),
        plain.state(),
        plain.urgent(),
        plain.quiet(),
        plain.summary(),
        plain.explanation(),
        plain.since(),
        plain.openedAt(),
        plain.changedAt(),
        plain.resolvedAt(),
        plain.news(),
        plain.moves(),
        detail);
  }

  private static AlertCandidate ending(String origin, String domain) {
    Finding plain = finding(origin, FindingKind.DOMAIN_ENDING, FindingState.OPEN, Given.NOON);
    return candidate(with(plain, FindingDetail.ending(domain)), Optional.empty());
  }

  @Test
  void nameThatEndsIsToldOnceForAllItsSites() {
    OwnerDecision dawn =
        decide(
            Given.NOON.plus(Duration.ofHours(20)),
            ending("http://a.example", "a.example"),
            ending("https://a.example", "a.example"),
            ending("https://www.a.example", "a.example"),
            ending("https://b.example", "b.example"));
    assertThat(dawn.tellings().getFirst().items())
        .extracting(item -> item.finding().subject())
        .containsExactly("http://a.example", "https://b.example");
    assertThat(dawn.held()).extracting(Held::reason).containsOnly(HeldReason.SAME_NAME);
  }

  @Test
  void whoStandsInIsWokenAgainWhenWhatCameBackIsNotAnswered() {
    Finding again =
        finding("https://a.example/1", FindingKind.BROKEN, FindingState.OPEN, Given.NOON);
    AlertCandidate candidate =
        new AlertCandidate(
            again,
            Optional.of(new ToldLog(1, FindingState.RESOLVED, Given.NOON, "d1")),
            Optional.empty(),
            Optional.of(Duration.ofDays(14)));
    assertThat(decide(minutes(60), candidate).next())
        .contains(Given.NOON.plus(Duration.ofDays(14)));
  }

  @Test
  void aGuideThatIsDownHidesEverythingUnderIt() {
    GuideGroup group =
        new GuideGroup(
            "snap",
            "Snap",
            Optional.of("https://c.example/g"),
            true,
            new FirstReport.FirstReportGiven(),
            List.of(broken("https://c.example/g"), broken("https://a.example/2")));
    OwnerDecision decision =
        AlertDecider.decide(
            new DecisionView(
                LONDON, Preferences.USUAL, List.of(group), Set.of(), List.of(), minutes(60)),
            POLICY);
    assertThat(decision.tellings().getFirst().items())
        .extracting(item -> item.finding().subject())
        .containsExactly("https://c.example/g");
  }

  @Test
  void certificatesAreToldOncePerHost() {
    Instant dawn = Instant.parse("2026-01-06T08:00:00Z");
    AlertCandidate[] both =
        new AlertCandidate[] {
          candidate(
              finding(
                  "https://a.example/1", FindingKind.TLS_PROBLEM, FindingState.OPEN, Given.NOON),
              Optional.empty()),
          candidate(
              finding(
                  "https://a.example/2", FindingKind.TLS_PROBLEM, FindingState.OPEN, Given.NOON),
              Optional.empty())
        };
    assertThat(decide(dawn, both).tellings().getFirst().items()).hasSize(1);
  }
}
