package signpost.search.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.record.store.Database;
import signpost.search.SearchRecord;

final class RefusalLogTest {
  private static final Actor OPS = Actor.at("192.0.2.1").as("ops", SignInWay.OPS_PASSWORD);

  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private final Database database;
  private final AuditLog log;
  private final RefusalLog refusals;

  RefusalLogTest(@TempDir Path folder) {
    database =
        Database.open(SearchRecord.SCHEMA, "jdbc:sqlite:" + folder.resolve("search.db"), "", "");
    log = new AuditLog(database, () -> now);
    refusals = new RefusalLog(log, () -> now);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void refuse(int times) {
    for (int i = 0; i < times; i++) {
      refusals.refused("192.0.2." + i % 256, Optional.of("name" + i), SignInWay.ACCOUNT, "wrong");
    }
  }

  private List<AuditLine> lines() {
    return log.from(1, 10_000).stream().map(AuditLine::read).toList();
  }

  @Test
  void hourHasTwoHundredRefusalsWhateverTheirNamesAndNetworks() {
    refuse(500);
    assertThat(lines()).hasSize(200);
    now = now.plus(Duration.ofMinutes(59));
    refuse(1);
    assertThat(lines()).hasSize(200);
  }

  @Test
  void nextRefusalAfterTheHourSaysFirstHowManyWereNotNoted() {
    refuse(500);
    now = now.plus(Duration.ofHours(1));
    refuse(2);
    assertThat(lines())
        .hasSize(203)
        .element(200)
        .satisfies(it -> {
          assertThat(it.after()).contains("refused: 300 more, which were not noted");
          assertThat(it.of())
              .containsEntry("since", "2026-03-02T09:00:00Z")
              .containsEntry("way", "account");
        });
  }

  @Test
  void tokenThatIsSentWithEachRequestIsNotedOnceAndHidesNoGuess() {
    for (int i = 0; i < 500; i++) {
      refusals.refused("192.0.2.9", Optional.empty(), SignInWay.MACHINE_TOKEN, "it has run out");
    }
    refuse(500);
    refusals.refused("198.51.100.1", Optional.empty(), SignInWay.PROVIDER, "no such group");

    assertThat(lines()).hasSize(202);
    assertThat(lines().getLast().of()).containsEntry("way", "provider");
  }

  @Test
  void hourThatNobodyFollowsIsToldOnce() {
    refuse(201);
    refusals.tell();
    assertThat(lines()).hasSize(200);
    now = now.plus(Duration.ofHours(1));
    refusals.tell();
    refusals.tell();
    refusals.close();
    assertThat(lines()).hasSize(201);
  }

  @Test
  void whatWasNotNotedIsToldWhenTheProcessEnds() {
    refuse(202);
    refusals.close();
    assertThat(lines().getLast().after()).contains("refused: 2 more, which were not noted");
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.77, 192.0.2.0/24",
    "2001:db8:1:2:0:0:0:0/64, 2001:db8:1:0:0:0:0:0/48",
    "'', ''"
  })
  void refusalKeepsTheNetworkAndNotTheAddress(String from, String kept) {
    refusals.refused(from, Optional.empty(), SignInWay.PROVIDER, "no");
    assertThat(lines()).singleElement().satisfies(it -> assertThat(it.from()).isEqualTo(kept));
  }

  @Test
  void headerThatLetsInWithEachRequestIsNotedOnceAnHourAndNetwork() {
    refusals.letIn(OPS, "administrator");
    now = now.plus(Duration.ofMinutes(59));
    refusals.letIn(OPS, "administrator");
    assertThat(lines()).hasSize(1);
    refusals.letIn(Actor.at("192.0.2.2").as("ops", SignInWay.OPS_PASSWORD), "administrator");
    now = now.plus(Duration.ofMinutes(1));
    refusals.letIn(OPS, "administrator");
    assertThat(lines()).hasSize(3);
  }

  @Test
  void logThatCannotBeWrittenMakesNoAnswerAnother() {
    database.write(handle -> handle.execute("DROP TABLE audit"));
    refuse(1);
    refusals.letIn(OPS, "administrator");
  }
}
