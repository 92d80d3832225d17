package signpost.search.pages.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.record.meter.SignpostMeter.CATALOGUE_PROBLEMS;
import static signpost.record.meter.SignpostMeter.CERTIFICATE_LEFT;
import static signpost.record.meter.SignpostMeter.CLOCK_OFFSET;
import static signpost.record.meter.SignpostMeter.DATA_FREE;
import static signpost.record.meter.SignpostMeter.DECISIONS_DUE;
import static signpost.record.meter.SignpostMeter.DELIVERIES;
import static signpost.record.meter.SignpostMeter.DELIVERY_AGE;
import static signpost.record.meter.SignpostMeter.EVIDENCE_BYTES;
import static signpost.record.meter.SignpostMeter.EVIDENCE_LIMIT;
import static signpost.record.meter.SignpostMeter.GIVEN_UP;
import static signpost.record.meter.SignpostMeter.HOSTS_READY;
import static signpost.record.meter.SignpostMeter.HOSTS_READY_AGE;
import static signpost.record.meter.SignpostMeter.INDEX_REBUILDING;
import static signpost.record.meter.SignpostMeter.INTAKE_LAG;
import static signpost.record.meter.SignpostMeter.NETWORK_TROUBLE;
import static signpost.record.meter.SignpostMeter.OUTBOX_AGE;
import static signpost.record.meter.SignpostMeter.OUTBOX_ROWS;
import static signpost.record.meter.SignpostMeter.PARKED_WAITING;
import static signpost.record.meter.SignpostMeter.PUBLIC_URL_ANSWERS;
import static signpost.record.meter.SignpostMeter.PUBLIC_URL_TRUSTED;
import static signpost.record.meter.SignpostMeter.REQUESTS_COUNTED;
import static signpost.record.meter.SignpostMeter.REQUESTS_FAILED_HOUR;
import static signpost.record.meter.SignpostMeter.TARGETS;
import static signpost.record.meter.SignpostMeter.TARGETS_LATE;
import static signpost.record.meter.SignpostMeter.VISIT_AGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import signpost.record.FailingLoop;
import signpost.record.meter.PartStatus;
import signpost.record.meter.PartStatus.FigureLine;
import signpost.record.meter.SignpostMeter;
import signpost.search.pages.ops.OpsPart.AwayPart;
import signpost.search.pages.ops.OpsPart.RefusingPart;
import signpost.search.pages.ops.OpsPart.ToldPart;

final class OpsTroublesTest {
  private static final long GIGA = 1L << 30;

  @Test
  void calmDayNeedsNobody() {
    assertThat(
            words(
                part(
                    "ingest",
                    figure(HOSTS_READY, 1),
                    figure(HOSTS_READY_AGE, 300),
                    figure(VISIT_AGE, 20_000),
                    figure(TARGETS, 600),
                    figure(TARGETS_LATE, 8),
                    figure(OUTBOX_AGE, 4),
                    figure(CATALOGUE_PROBLEMS, 9, "warning"),
                    figure(DATA_FREE, 9 * GIGA),
                    figure(CLOCK_OFFSET, -0.7, "publishers")),
                part(
                    "notifier",
                    figure(DELIVERIES, 4, "email", "given-up"),
                    figure(DELIVERY_AGE, 9_000, "feed"),
                    figure(GIVEN_UP, 0, "email"),
                    figure(INTAKE_LAG, 40)),
                part(
                    "search",
                    figure(REQUESTS_FAILED_HOUR, 0),
                    figure(PARKED_WAITING, 0, "notifier"))))
        .isEmpty();
  }

  @Test
  void eachFaultIsASentenceWithItsNumber() {
    assertThat(
            words(
                part(
                    "ingest",
                    figure(HOSTS_READY, 2),
                    figure(HOSTS_READY_AGE, 3_000),
                    figure(VISIT_AGE, 3_600),
                    figure(TARGETS, 600),
                    figure(TARGETS_LATE, 80),
                    figure(OUTBOX_AGE, 1_500),
                    figure(NETWORK_TROUBLE, 1),
                    figure(CATALOGUE_PROBLEMS, 1, "error"),
                    figure(DATA_FREE, 500L << 20),
                    figure(CLOCK_OFFSET, -7_200, "publishers"),
                    figure(EVIDENCE_BYTES, 95),
                    figure(EVIDENCE_LIMIT, 100)),
                part(
                    "search",
                    figure(CERTIFICATE_LEFT, 5 * 86_400, "public-url"),
                    figure(CERTIFICATE_LEFT, 90 * 86_400, "kafka"),
                    figure(PARKED_WAITING, 2, "notifier"),
                    figure(PARKED_WAITING, 1, "search"),
                    figure(REQUESTS_FAILED_HOUR, 12),
                    figure(PUBLIC_URL_ANSWERS, 0)),
                part(
                    "notifier",
                    figure(DELIVERIES, 2, "email", "failed"),
                    figure(DELIVERIES, 1, "webhook", "failed"),
                    figure(GIVEN_UP, 4, "email"),
                    figure(INTAKE_LAG, 5_000))))
        .containsExactlyInAnyOrder(
            "Nothing was visited for 60 min, though 2 hosts may be asked for what is due.",
            "80 addresses are more than a day late.",
            "Nothing of the web can be reached from here, and no link is judged.",
            "The crawler has had something for Kafka for 25 min. Nothing is lost, but nobody hears"
                + " of it.",
            "A file of the catalogue has an error, and counts as it stood before.",
            "500 MB are left where the crawler keeps its data. Make room.",
            "The clock of the crawler is 2 h wrong. Let its machine follow a time server.",
            "What is kept of pages is nearly all that may be (signpost.evidence.limit).",
            "The certificate at the public address ends in 5 days. Renew it, or see why nothing"
                + " has.",
            "3 records were put aside, and wait for you to look.",
            "12 requests failed in the last hour by a fault of ours. Search's log says which.",
            "1 message to a webhook was not taken, and is tried again.",
            "4 messages were given up in the last seven days.",
            "Signpost does not answer at its public address. See signpost config check.",
            "2 mails did not arrive, and are tried again.",
            "The notifier has not taken in 5,000 of the things that happened.");
  }

  @Test
  void failedRequestsAreSaidOfTheTimeTheyAreCountedFor() {
    assertThat(
            words(part("search", figure(REQUESTS_FAILED_HOUR, 1), figure(REQUESTS_COUNTED, 300))))
        .containsExactly(
            "1 request failed since search started, 5 min ago, by a fault of ours. Search's log says"
                + " which.");
    assertThat(
            words(part("search", figure(REQUESTS_FAILED_HOUR, 2), figure(REQUESTS_COUNTED, 3_600))))
        .containsExactly(
            "2 requests failed in the last hour by a fault of ours. Search's log says which.");
  }

  @Test
  void hostThatNobodyHasEverAskedIsNamed() {
    assertThat(words(part("ingest", figure(HOSTS_READY, 1), figure(HOSTS_READY_AGE, 700))))
        .containsExactly("Nothing was ever visited, though 1 host may be asked for what is due.");
  }

  @Test
  void partThatKnowsNoFiguresIsNotCalledWell() {
    assertThat(words(new ToldPart("notifier", new PartStatus("1", true, List.of()), List.of())))
        .containsExactly("The notifier does not know its figures now. Has it just started?");
  }

  @Test
  void partThatAnswersWithNothingIsAway() {
    assertThat(OpsPages.asked("ingest", null, List.of())).isEqualTo(new AwayPart("ingest"));
  }

  @Test
  void oneFullMailboxIsNotUrgentAndManyAre() {
    assertThat(mails(1))
        .isEqualTo(
            new OpsTrouble(
                false, "1 mail did not arrive, and is tried again.", "/notifications#messages"));
    assertThat(mails(9).urgent()).isTrue();
  }

  private static OpsTrouble mails(int failed) {
    return OpsTroubles.of(List.of(part("notifier", figure(DELIVERIES, failed, "email", "failed"))))
        .getFirst();
  }

  @Test
  void limitsAreThoseOfTheAlertRules() throws IOException {
    assertThat(alertRules())
        .contains(
            rule("signpost_visit_age_seconds <= %s", OpsTroubles.QUIET_SECONDS)
                + "\n        for: %.0fm\n".formatted(OpsTroubles.READY_SECONDS / 60),
            rule("channel=~\"email|shadow\"}[5m])) > %s", OpsTroubles.MAIL_SECONDS),
            rule("signpost_targets_late > %s", OpsTroubles.LATE),
            rule("signpost_targets_late > %s * signpost_targets", OpsTroubles.LATE_SHARE),
            rule("signpost_outbox_age_seconds > %s", OpsTroubles.OUTBOX_SECONDS),
            rule("signpost_intake_lag > %s", OpsTroubles.LAG),
            rule("state=\"failed\"}[5m])) > %s", OpsTroubles.FEW_MAILS),
            rule("signpost_requests_failed_total[1h])) > %s", OpsTroubles.FEW_REQUESTS),
            rule("certificate_left_seconds < %s * 86400", OpsTroubles.CERTIFICATE_SECONDS / 86_400),
            rule(
                "certificate_left_seconds < %s * 86400",
                OpsTroubles.CERTIFICATE_URGENT_SECONDS / 86_400),
            rule("signpost_data_free_bytes < %s * 1024 * 1024", OpsTroubles.DISK_BYTES / (1 << 20)),
            rule(
                "signpost_data_free_bytes < %s * 1024 * 1024",
                OpsTroubles.DISK_URGENT_BYTES / (1 << 20)),
            rule("abs(signpost_clock_offset_seconds) > %s", OpsTroubles.CLOCK_SECONDS),
            rule("%s * signpost_evidence_limit_bytes", OpsTroubles.EVIDENCE_SHARE));
  }

  /** What fires each alert, on one part; those need the past, which no look at now can tell. */
  private static final Set<String> NEED_THE_PAST = Set.of("SignpostDiskFilling");

  private static final Map<String, OpsPart> FAULTS =
      Map.ofEntries(
          Map.entry("SignpostPartDown", new AwayPart("ingest")),
          Map.entry(
              "SignpostNotReady",
              new ToldPart("search", new PartStatus("1", false, figures()), List.of())),
          Map.entry(
              "SignpostLoopFailing",
              new ToldPart(
                  "search",
                  new PartStatus("1", true, figures()),
                  List.of(new FailingLoop("relay", "Sending", Instant.EPOCH, "away")))),
          Map.entry(
              "SignpostNothingCrawled",
              part(
                  "ingest",
                  figure(HOSTS_READY, 1),
                  figure(HOSTS_READY_AGE, 601),
                  figure(VISIT_AGE, 901))),
          fault("SignpostVisitsLate", figure(TARGETS_LATE, 11)),
          fault("SignpostNetworkTrouble", figure(NETWORK_TROUBLE, 1)),
          fault("SignpostOutboxOld", figure(OUTBOX_AGE, 601)),
          fault("SignpostBehind", figure(INTAKE_LAG, 1_001)),
          fault("SignpostRecordsParked", figure(PARKED_WAITING, 1, "ingest")),
          fault("SignpostRequestFailed", figure(REQUESTS_FAILED_HOUR, 1)),
          fault("SignpostRequestsFailing", figure(REQUESTS_FAILED_HOUR, 11)),
          fault("SignpostMailFailing", figure(DELIVERY_AGE, 3_601, "email")),
          fault("SignpostMailDelayed", figure(DELIVERIES, 1, "email", "failed")),
          fault("SignpostMessagesGivenUp", figure(GIVEN_UP, 1, "webhook")),
          fault("SignpostWebhooksFailing", figure(DELIVERIES, 1, "webhook", "failed")),
          fault("SignpostCertificateEnds", figure(CERTIFICATE_LEFT, 13 * 86_400, "kafka")),
          fault("SignpostCertificateEnding", figure(CERTIFICATE_LEFT, 0, "kafka")),
          fault("SignpostPublicAddressAway", figure(PUBLIC_URL_ANSWERS, 0)),
          fault("SignpostPublicAddressUntrusted", figure(PUBLIC_URL_TRUSTED, 0)),
          fault("SignpostDiskLow", figure(DATA_FREE, GIGA - 1)),
          fault("SignpostDiskNearlyFull", figure(DATA_FREE, 9)),
          fault("SignpostClockOff", figure(CLOCK_OFFSET, -61, "database")),
          Map.entry(
              "SignpostFiguresUnknown",
              new ToldPart(
                  "ingest",
                  new PartStatus(
                      "1",
                      true,
                      figures().stream()
                          .filter(it -> !it.series().equals(OUTBOX_ROWS.series()))
                          .toList()),
                  List.of())),
          fault("SignpostCatalogueErrors", figure(CATALOGUE_PROBLEMS, 1, "error")),
          Map.entry(
              "SignpostEvidenceFull",
              part("ingest", figure(EVIDENCE_BYTES, 91), figure(EVIDENCE_LIMIT, 100))));

  private static Map.Entry<String, OpsPart> fault(String alert, FigureLine figure) {
    return Map.entry(alert, part("notifier", figure));
  }

  /** Whoever is called by an alert finds it on the page, whichever figure it is made of. */
  @Test
  void whatFiresAnAlertIsOnThePage() throws IOException {
    Set<String> alerts =
        Pattern.compile("alert: (\\w+)")
            .matcher(alertRules())
            .results()
            .map(it -> it.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(words(part("ingest"), part("notifier"), part("search"))).isEmpty();
    assertThat(alerts).hasSize(FAULTS.size() + NEED_THE_PAST.size()).containsAll(NEED_THE_PAST);
    assertThat(FAULTS)
        .allSatisfy((alert, part) -> assertThat(alerts).contains(alert))
        .allSatisfy((alert, part) -> assertThat(words(part)).as(alert).hasSize(1));
  }

  private static String alertRules() throws IOException {
    return Files.readString(Path.of("../deploy/observe/signpost-rules.yml"));
  }

  private static String rule(String expression, double limit) {
    return expression.formatted(
        limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit));
  }

  @Test
  void urgentOnesComeFirst() {
    OpsPart late =
        part(
            "ingest",
            figure(TARGETS, 100),
            figure(TARGETS_LATE, 50),
            figure(DATA_FREE, 100L << 20));

    assertThat(OpsTroubles.of(List.of(late, new AwayPart("notifier"))))
        .extracting(OpsTrouble::urgent)
        .containsExactly(true, true, false);
  }

  @Test
  void partThatFailsOrKeepsUsOutIsNamedWithItsReason() {
    FailingLoop loop =
        new FailingLoop("relay", "Sending events to Kafka", Instant.EPOCH, "Kafka is away");
    OpsPart failing = new ToldPart("ingest", new PartStatus("1", false, List.of()), List.of(loop));
    OpsPart unready = new ToldPart("search", new PartStatus("1", false, List.of()), List.of());

    assertThat(words(failing, unready, new RefusingPart("notifier", "")))
        .satisfiesExactlyInAnyOrder(
            it -> assertThat(it).contains("Sending events to Kafka", "Kafka is away"),
            it -> assertThat(it).startsWith("Search is not ready."),
            it -> assertThat(it).startsWith("The crawler does not know its figures"),
            it -> assertThat(it).startsWith("Search does not know its figures"),
            it -> assertThat(it).startsWith("The notifier does not let search in."));
  }

  private static List<String> words(OpsPart... parts) {
    return OpsTroubles.of(List.of(parts)).stream().map(OpsTrouble::words).toList();
  }

  private static OpsPart part(String name, FigureLine... figures) {
    return new ToldPart(name, new PartStatus("1", true, figures(figures)), List.of());
  }

  /** These, and what every part that has started knows. */
  private static List<FigureLine> figures(FigureLine... figures) {
    Set<String> said = Stream.of(figures).map(FigureLine::series).collect(Collectors.toSet());
    return Stream.concat(
            Stream.of(
                    figure(TARGETS, 0),
                    figure(DECISIONS_DUE, 0),
                    figure(OUTBOX_ROWS, 0),
                    figure(DATA_FREE, 9 * GIGA),
                    figure(INDEX_REBUILDING, 0),
                    figure(PARKED_WAITING, 0, "search"))
                .filter(it -> !said.contains(it.series())),
            Stream.of(figures))
        .toList();
  }

  private static FigureLine figure(SignpostMeter meter, double value, String... labels) {
    return new FigureLine(meter.series(), Stream.of(labels).toList(), value);
  }
}
