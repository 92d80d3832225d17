package signpost.search.pages.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
                    figure(SignpostMeter.HOSTS_READY, 0),
                    figure(SignpostMeter.VISIT_AGE, 20_000),
                    figure(SignpostMeter.TARGETS, 600),
                    figure(SignpostMeter.TARGETS_LATE, 8),
                    figure(SignpostMeter.OUTBOX_AGE, 4),
                    figure(SignpostMeter.CATALOGUE_PROBLEMS, 9, "warning"),
                    figure(SignpostMeter.DATA_FREE, 9 * GIGA),
                    figure(SignpostMeter.CLOCK_OFFSET, -0.7, "publishers")),
                part(
                    "notifier",
                    figure(SignpostMeter.DELIVERIES, 4, "email", "given-up"),
                    figure(SignpostMeter.DELIVERIES, 1, "webhook", "failed"),
                    figure(SignpostMeter.INTAKE_LAG, 40))))
        .isEmpty();
  }

  @Test
  void eachFaultIsASentenceWithItsNumber() {
    assertThat(
            words(
                part(
                    "ingest",
                    figure(SignpostMeter.HOSTS_READY, 2),
                    figure(SignpostMeter.VISIT_AGE, 3_600),
                    figure(SignpostMeter.TARGETS, 600),
                    figure(SignpostMeter.TARGETS_LATE, 80),
                    figure(SignpostMeter.OUTBOX_AGE, 1_500),
                    figure(SignpostMeter.NETWORK_TROUBLE, 1),
                    figure(SignpostMeter.CATALOGUE_PROBLEMS, 1, "error"),
                    figure(SignpostMeter.DATA_FREE, 500L << 20),
                    figure(SignpostMeter.CLOCK_OFFSET, -7_200, "publishers"),
                    figure(SignpostMeter.EVIDENCE_BYTES, 95),
                    figure(SignpostMeter.EVIDENCE_LIMIT, 100)),
                part(
                    "search",
                    figure(SignpostMeter.CERTIFICATE_LEFT, 5 * 86_400, "public-url"),
                    figure(SignpostMeter.CERTIFICATE_LEFT, 90 * 86_400, "kafka"),
                    figure(SignpostMeter.PARKED, 2),
                    figure(SignpostMeter.PUBLIC_URL_ANSWERS, 0)),
                part(
                    "notifier",
                    figure(SignpostMeter.DELIVERIES, 2, "email", "failed"),
                    figure(SignpostMeter.INTAKE_LAG, 5_000))))
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
            "Search has put 2 records aside since it started.",
            "Signpost does not answer at its public address. See signpost config check.",
            "2 mails did not arrive, and are tried again.",
            "The notifier has not taken in 5,000 of the things that happened.");
  }

  @Test
  void hostThatNobodyHasEverAskedIsNamed() {
    assertThat(words(part("ingest", figure(SignpostMeter.HOSTS_READY, 1))))
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
    return OpsTroubles.of(
            List.of(part("notifier", figure(SignpostMeter.DELIVERIES, failed, "email", "failed"))))
        .getFirst();
  }

  /** Whoever is called by an alert finds it on the page. */
  @Test
  void limitsAreThoseOfTheAlertRules() throws IOException {
    String rules = Files.readString(Path.of("../deploy/observe/signpost-rules.yml"));

    assertThat(rules)
        .contains(
            rule("signpost_visit_age_seconds <= %s", OpsTroubles.QUIET_SECONDS),
            rule("signpost_targets_late > %s", OpsTroubles.LATE),
            rule("signpost_targets_late > %s * signpost_targets", OpsTroubles.LATE_SHARE),
            rule("signpost_outbox_age_seconds > %s", OpsTroubles.OUTBOX_SECONDS),
            rule("signpost_intake_lag > %s", OpsTroubles.LAG),
            rule("state=\"failed\"}[5m])) > %s", OpsTroubles.FEW_MAILS),
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

  private static String rule(String expression, double limit) {
    return expression.formatted(
        limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit));
  }

  @Test
  void urgentOnesComeFirst() {
    OpsPart late =
        part(
            "ingest",
            figure(SignpostMeter.TARGETS, 100),
            figure(SignpostMeter.TARGETS_LATE, 50),
            figure(SignpostMeter.DATA_FREE, 100L << 20));

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
    List<FigureLine> all =
        Stream.concat(
                Stream.of(
                    figure(SignpostMeter.TARGETS, 0),
                    figure(SignpostMeter.DECISIONS_DUE, 0),
                    figure(SignpostMeter.INDEX_REBUILDING, 0)),
                Stream.of(figures))
            .toList();
    return new ToldPart(name, new PartStatus("1", true, all), List.of());
  }

  private static FigureLine figure(SignpostMeter meter, double value, String... labels) {
    return new FigureLine(meter.series(), Stream.of(labels).toList(), value);
  }
}
