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
import signpost.notifier.decision.Decision.Telling;
import signpost.notifier.finding.Detail;
import signpost.notifier.finding.Finding;
import signpost.notifier.listing.Hosts;
import signpost.notifier.message.MessageKind;
import signpost.notifier.store.WireName;

class DeciderTest {
  private static final Policy POLICY =
      new Policy(
          Duration.ofMinutes(10),
          6,
          LocalTime.of(8, 0),
          Duration.ofHours(24),
          Duration.ofMinutes(90),
          Duration.ofDays(14));
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Told OPEN = new Told(1, FindingState.OPEN, Given.NOON, "d1");

  private static Finding finding(String url, FindingKind kind, FindingState state, Instant at) {
    boolean urgent = kind != FindingKind.MOVED && kind != FindingKind.TLS_PROBLEM;
    return new Finding(
        url + kind,
        url,
        Hosts.originOf(url),
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
        Detail.NONE);
  }

  private static Candidate broken(String url) {
    return candidate(
        finding(url, FindingKind.BROKEN, FindingState.OPEN, Given.NOON), Optional.empty());
  }

  private static Candidate candidate(Finding finding, Optional<Told> told) {
    return new Candidate(finding, told, Optional.empty(), Optional.empty());
  }

  private static Decision decide(FirstReport report, int today, Instant now, Candidate... all) {
    Group group =
        new Group(
            "snap", "Snap", Optional.of("https://c.example/g"), false, report, Arrays.asList(all));
    return Decider.decide(
        new View(
            LONDON,
            Preferences.USUAL,
            List.of(group),
            Set.of(),
            Collections.nCopies(today, Given.NOON),
            now),
        POLICY);
  }

  private static Decision decide(Instant now, Candidate... all) {
    return decide(new FirstReport.Given(), 0, now, all);
  }

  private static Instant minutes(int minutes) {
    return Given.NOON.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void nothingOpenAndNothingToldIsSilence() {
    assertThat(decide(Given.NOON)).isEqualTo(new Decision(List.of(), Optional.empty(), List.of()));
  }

  @Test
  void anUrgentFindingWaitsTenMinutesForCompany() {
    Decision early = decide(minutes(9), broken("https://a.example/1"));
    assertThat(early.tellings()).isEmpty();
    assertThat(early.next()).contains(minutes(10));
    Decision due =
        decide(minutes(10), broken("https://a.example/1"), broken("https://b.example/2"));
    assertThat(due.tellings())
        .singleElement()
        .extracting(Telling::kind)
        .isEqualTo(MessageKind.IMMEDIATE);
    assertThat(due.tellings().getFirst().items()).hasSize(2);
  }

  @Test
  void whileCompanyKeepsComingAllWaitForItAnHourAtMost() {
    Candidate[] every8Minutes =
        IntStream.range(0, 9)
            .mapToObj(i ->
                candidate(
                    finding(
                        "https://a.example/" + i,
                        FindingKind.BROKEN,
                        FindingState.OPEN,
                        minutes(8 * i)),
                    Optional.empty()))
            .toArray(Candidate[]::new);
    Candidate[] three = Arrays.copyOf(every8Minutes, 3);
    assertThat(decide(minutes(25), three).tellings()).isEmpty();
    assertThat(decide(minutes(25), three).next()).contains(minutes(26));
    assertThat(decide(minutes(26), three).tellings())
        .singleElement()
        .satisfies(it -> assertThat(it.items()).hasSize(3));
    Candidate[] eight = Arrays.copyOf(every8Minutes, 8);
    assertThat(decide(minutes(59), eight).next()).contains(minutes(60));
    assertThat(decide(minutes(60), eight).tellings())
        .singleElement()
        .satisfies(it -> assertThat(it.items()).hasSize(8));
  }

  @Test
  void whatIsHeldBackSaysWhyAndUntilWhen() {
    Candidate told = candidate(broken("https://a.example/1").finding(), Optional.of(OPEN));
    Candidate fresh = broken("https://b.example/2");
    assertThat(decide(minutes(9), told, fresh).held())
        .extracting(Held::reason, Held::until)
        .containsExactly(
            tuple(HeldReason.ALREADY_TOLD, Optional.empty()),
            tuple(HeldReason.COMPANY, Optional.of(minutes(10))));
    assertThat(decide(new FirstReport.Given(), 6, minutes(60), fresh).held())
        .extracting(Held::reason)
        .containsExactly(HeldReason.OVER_CAP);
    assertThat(decide(new FirstReport.Unlisted(), 0, minutes(60), fresh).held())
        .extracting(Held::reason)
        .containsExactly(HeldReason.GUIDE_UNKNOWN);
  }

  @Test
  void whatWasToldIsNotToldAgain() {
    Candidate told = candidate(broken("https://a.example/1").finding(), Optional.of(OPEN));
    assertThat(decide(minutes(60), told).tellings()).isEmpty();
  }

  @Test
  void recoveryIsToldOnlyToWhoHeardOfTheTrouble() {
    Finding over =
        finding("https://a.example/1", FindingKind.BROKEN, FindingState.RESOLVED, Given.NOON);
    assertThat(decide(minutes(60), candidate(over, Optional.empty())).tellings()).isEmpty();
    assertThat(decide(minutes(60), candidate(over, Optional.of(OPEN))).tellings())
        .extracting(Telling::kind)
        .containsExactly(MessageKind.RECOVERY);
    Told recovered = new Told(2, FindingState.RESOLVED, Given.NOON, "d2");
    assertThat(decide(minutes(60), candidate(over, Optional.of(recovered))).tellings()).isEmpty();
  }

  @Test
  void theSeventhOfTheDayWaitsForTheDigest() {
    Decision capped =
        decide(new FirstReport.Given(), 6, minutes(60), broken("https://a.example/1"));
    assertThat(capped.tellings()).isEmpty();
    assertThat(capped.next()).contains(Instant.parse("2026-01-06T08:00:00Z"));
  }

  @Test
  void whatCanWaitComesAtEightInTheOwnersMorningOnBothSidesOfTheClockChange() {
    Instant evening = Instant.parse("2026-03-28T20:00:00Z");
    Candidate moved =
        candidate(
            finding("https://a.example/1", FindingKind.MOVED, FindingState.OPEN, evening),
            Optional.empty());
    assertThat(decide(evening, moved).next()).contains(Instant.parse("2026-03-29T07:00:00Z"));
    assertThat(decide(Instant.parse("2026-03-29T07:00:00Z"), moved).tellings())
        .extracting(Telling::kind)
        .containsExactly(MessageKind.DIGEST);
  }

  @Test
  void untilTheFirstReportNothingElseIsTold() {
    FirstReport due = new FirstReport.Due(false, Given.NOON);
    Decision waiting = decide(due, 0, minutes(60), broken("https://a.example/1"));
    assertThat(waiting.tellings()).isEmpty();
    assertThat(waiting.next()).contains(Given.NOON.plus(Duration.ofHours(24)));
    Decision late =
        decide(due, 0, Given.NOON.plus(Duration.ofHours(24)), broken("https://a.example/1"));
    assertThat(late.tellings()).extracting(Telling::kind).containsExactly(MessageKind.FIRST_REPORT);
    FirstReport complete = new FirstReport.Due(true, Given.NOON);
    assertThat(decide(complete, 0, minutes(89)).tellings()).isEmpty();
    assertThat(decide(complete, 0, minutes(90)).tellings()).hasSize(1);
  }

  @Test
  void aDownHostHidesItsLinks() {
    Candidate host =
        candidate(
            finding("https://a.example", FindingKind.HOST_DOWN, FindingState.OPEN, Given.NOON),
            Optional.empty());
    Group group =
        new Group(
            "snap",
            "Snap",
            Optional.empty(),
            false,
            new FirstReport.Given(),
            List.of(host, broken("https://a.example/1"), broken("https://a.example/2")));
    View view =
        new View(
            LONDON,
            Preferences.USUAL,
            List.of(group),
            Set.of("https://a.example"),
            List.of(),
            minutes(60));
    assertThat(Decider.decide(view, POLICY).tellings())
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
        .satisfies(
            it -> assertThat(it.items()).extracting(Decision.Item::finding).containsExactly(plain));
  }

  @Test
  void aDownHostDoesNotHideWhatItsPagesAnswered() {
    Finding missing = brokenBy(FailureClass.NOT_FOUND, "https://a.example/1");
    Finding silent = brokenBy(FailureClass.TIMED_OUT, "https://a.example/2");
    Group group =
        new Group(
            "snap",
            "Snap",
            Optional.empty(),
            false,
            new FirstReport.Given(),
            List.of(candidate(missing, Optional.empty()), candidate(silent, Optional.empty())));
    View view =
        new View(
            LONDON,
            Preferences.USUAL,
            List.of(group),
            Set.of("https://a.example"),
            List.of(),
            minutes(60));
    assertThat(Decider.decide(view, POLICY).tellings())
        .singleElement()
        .satisfies(telling ->
            assertThat(telling.items())
                .extracting(Decision.Item::finding)
                .containsExactly(missing));
  }

  private static Finding brokenBy(FailureClass failure, String url) {
    Finding plain = finding(url, FindingKind.BROKEN, FindingState.OPEN, Given.NOON);
    return new Finding(
        plain.id(),
        url,
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
        new Detail(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(WireName.of(failure))));
  }

  @Test
  void aGuideThatIsDownHidesEverythingUnderIt() {
    Group group =
        new Group(
            "snap",
            "Snap",
            Optional.of("https://c.example/g"),
            true,
            new FirstReport.Given(),
            List.of(broken("https://c.example/g"), broken("https://a.example/2")));
    Decision decision =
        Decider.decide(
            new View(LONDON, Preferences.USUAL, List.of(group), Set.of(), List.of(), minutes(60)),
            POLICY);
    assertThat(decision.tellings().getFirst().items())
        .extracting(item -> item.finding().subject())
        .containsExactly("https://c.example/g");
  }

  @Test
  void certificatesAreToldOncePerHost() {
    Instant dawn = Instant.parse("2026-01-06T08:00:00Z");
    Candidate[] both =
        new Candidate[] {
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
