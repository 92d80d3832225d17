package signpost.journey.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import signpost.record.meter.SignpostMeter;

/** What the running parts tell Prometheus is what the vocabulary promises. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ObserveIT {
  private static final Pattern HELP = Pattern.compile("(?m)^# HELP (signpost_\\w+) (.*)$");

  /** Told only once there is something to tell: a certificate, a proxy before us, many hosts. */
  private static final Set<SignpostMeter> NOT_HERE =
      Set.of(
          SignpostMeter.CLOCK_OFFSET,
          SignpostMeter.CERTIFICATE_LEFT,
          SignpostMeter.PUBLIC_URL_ANSWERS,
          SignpostMeter.PUBLIC_URL_TRUSTED);

  private SmallMachine machine;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    machine = SmallMachine.start(folder, Map.of());
    await().until(() -> machine.requests("/leaflet") > 0 && machine.requests("/list") > 0);
    await().until(() -> scrape("ingest").contains("signpost_visit_age_seconds"));
  }

  @AfterAll
  void stop() {
    if (machine != null) {
      machine.close();
    }
  }

  @Test
  void everyPartTellsTheWholeVocabularyAndNothingElse() throws IOException {
    for (String part : List.of("ingest", "notifier", "search")) {
      Map<String, String> promised = new HashMap<>();
      Arrays.stream(SignpostMeter.values())
          .filter(it -> it.parts().equals("all") || it.parts().contains(part))
          .forEach(it -> promised.put(it.series(), it.help()));
      Set<String> always =
          Arrays.stream(SignpostMeter.values())
              .filter(it -> promised.containsKey(it.series()))
              .filter(it -> it.kind() == SignpostMeter.MeterKind.GAUGE && !NOT_HERE.contains(it))
              .map(SignpostMeter::series)
              .collect(Collectors.toCollection(TreeSet::new));
      await()
          .untilAsserted(
              () -> assertThat(told(part)).as(part).containsKeys(always.toArray(String[]::new)));

      assertThat(promised).as(part).containsAllEntriesOf(told(part));
    }
  }

  private Map<String, String> told(String part) throws IOException {
    return HELP.matcher(scrape(part))
        .results()
        .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2).strip()));
  }

  @Test
  void everySeriesSaysWhoseItIs() throws IOException {
    for (String part : List.of("ingest", "notifier", "search")) {
      assertThat(scrape(part).lines().filter(it -> it.matches("[a-z]\\w+[ {].*")).toList())
          .as(part)
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).contains("part=\"%s\"".formatted(part)));
    }
  }

  @Test
  void nothingThatAStrangerAsksForBecomesALabel() throws IOException {
    for (String address : List.of("/nobodys-address", "/resource?url=nobodys-address")) {
      SmallMachine.ask(machine.addresses().search(), "GET " + address, "127.0.0.1", "");
    }

    assertThat(scrape("search"))
        .contains("http_server_requests_seconds_count")
        .doesNotContain("nobodys-address");
  }

  @Test
  void figuresAreTrue() throws IOException {
    String ingest = scrape("ingest");

    assertThat(ingest)
        .contains("signpost_targets{part=\"ingest\"} 2.0", "signpost_ready{part=\"ingest\"} 1.0")
        .contains("signpost_catalogue_problems{part=\"ingest\",severity=\"error\"} 0.0");
    assertThat(value(ingest, "signpost_data_free_bytes"))
        .isBetween(1.0, value(ingest, "signpost_data_size_bytes"));
    await().until(() -> value(scrape("ingest"), "signpost_outbox_rows") == 0);
    await().until(() -> value(scrape("search"), "signpost_intake_lag") == 0);
    await().until(() -> value(scrape("notifier"), "signpost_intake_lag") == 0);
  }

  private static double value(String scrape, String series) {
    return Pattern.compile("(?m)^%s\\{[^}]*} (\\S+)$".formatted(series))
        .matcher(scrape)
        .results()
        .map((MatchResult it) -> Double.valueOf(it.group(1)))
        .findFirst()
        .orElse(Double.NaN);
  }

  private String scrape(String part) throws IOException {
    int port =
        switch (part) {
          case "ingest" -> machine.addresses().ingest();
          case "notifier" -> machine.addresses().notifier();
          default -> machine.addresses().ops();
        };
    return SmallMachine.ask(port, "GET /prometheus", "127.0.0.1", "");
  }
}
