package signpost.search.pages.ops;

import static org.assertj.core.api.Assertions.assertThat;

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
            "A certificate of ours ends in 5 days. Renew it, or see why nothing has.",
            "Signpost does not answer at its public address. See signpost config check.",
            "2 mails did not arrive, and are tried again.",
            "The notifier has not taken in 5,000 of the things that happened.");
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
            it -> assertThat(it).startsWith("The notifier does not let search in."));
  }

  private static List<String> words(OpsPart... parts) {
    return OpsTroubles.of(List.of(parts)).stream().map(OpsTrouble::words).toList();
  }

  private static OpsPart part(String name, FigureLine... figures) {
    return new ToldPart(name, new PartStatus("1", true, List.of(figures)), List.of());
  }

  private static FigureLine figure(SignpostMeter meter, double value, String... labels) {
    return new FigureLine(meter.series(), Stream.of(labels).toList(), value);
  }
}
