package signpost.search.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.events.Sha256;
import signpost.record.store.Database;
import signpost.search.SearchRecord;

final class AuditLogTest {
  private static final Actor ANN = Actor.at("192.0.2.1").as("ann", SignInWay.ACCOUNT);

  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private final Database database;
  private final AuditLog log;

  AuditLogTest(@TempDir Path folder) {
    database =
        Database.open(SearchRecord.SCHEMA, "jdbc:sqlite:" + folder.resolve("search.db"), "", "");
    log = new AuditLog(database, () -> now);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void pauseThrice() {
    for (String host : List.of("a", "b", "c")) {
      long asked = log.asked(ANN, "pause a host", Map.of("host", host));
      log.came(asked, ANN, "pause a host", Optional.of("not paused"), "until resumed");
    }
  }

  /** Whoever owns the database can take away what keeps its lines. */
  private void byHand(String act, Object... arguments) {
    database.write(handle -> {
      handle.execute("DROP TRIGGER audit_stays");
      handle.execute("DROP TRIGGER audit_stays_as_written");
      return handle.execute(act, arguments);
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"UPDATE audit SET line = ''", "DELETE FROM audit WHERE n = 6"})
  void databaseRefusesToChangeOrRemoveALine(String act) {
    pauseThrice();
    assertThatThrownBy(() -> database.write(handle -> handle.execute(act)))
        .hasMessageContaining("only added");
    assertThat(log.from(1, 10)).hasSize(6);
  }

  @Test
  void linesThatNameSomebodyAreCountedAndNoWildcardsHelp() {
    log.done(ANN, "add an account", Map.of("name", "Jo_Doe@a.example"), Optional.empty(), "done");
    log.done(ANN, "add an account", Map.of("name", "joxdoe@a.example"), Optional.empty(), "done");

    assertThat(log.naming("jo_doe@a.example")).isOne();
    assertThat(log.naming("%")).isZero();
  }

  @Test
  void actThatFailsHasNoLine() {
    assertThatThrownBy(() ->
            database.write(handle -> {
              log.done(handle, ANN, "x", Map.of(), Optional.empty(), "y");
              throw new IllegalStateException("no");
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(log.from(1, 10)).isEmpty();
  }

  @Test
  void whatWasProvenIsNotProvenAtEachViewAndWhatCameSinceIs() {
    pauseThrice();
    assertThat(log.recentProof()).isEqualTo(log.proof());
    pauseThrice();
    assertThat(log.recentProof()).isEqualTo(log.proof());
    byHand("UPDATE audit SET line = replace(line, 'ann', 'bob') WHERE n = 9");
    pauseThrice();
    assertThat(log.proof()).isEqualTo(new AuditProof.Broken(9));
    now = now.plus(Duration.ofDays(1));
    assertThat(log.recentProof()).isEqualTo(new AuditProof.Broken(9));
  }

  @Test
  void lineSaysWhoDidWhatFromWhereAndHowItWasBeforeAndAfter() {
    pauseThrice();
    assertThat(log.latest(2))
        .hasSize(2)
        .first()
        .satisfies(line -> {
          assertThat(line.who()).isEqualTo("ann");
          assertThat(line.from()).isEqualTo("192.0.2.1");
          assertThat(line.act()).isEqualTo("pause a host");
          assertThat(line.subject()).isEqualTo("host c");
          assertThat(line.before()).contains("not paused");
          assertThat(line.after()).contains("until resumed");
        });
  }

  @Test
  void actWhoseOutcomeNobodyToldIsShownSo() {
    log.asked(ANN, "pause a host", Map.of("host", "a"));
    assertThat(log.latest(10)).singleElement().satisfies(it -> assertThat(it.after()).isEmpty());
  }

  @Test
  void untouchedLinesProveEachOther() {
    assertThat(log.proof()).isEqualTo(new AuditProof.Whole(0, ""));
    pauseThrice();
    assertThat(log.proof())
        .isEqualTo(new AuditProof.Whole(6, Sha256.of(log.from(6, 1).getFirst())));
  }

  /** As {@link AuditLog} writes them, without a word to the log of the process for each. */
  private void write(int lines) {
    database.write(handle -> {
      String json = log.from(1, 1).getFirst();
      AuditLine line = AuditLine.read(json);
      for (int n = 1; n < lines; n++) {
        line = line.following(n, Sha256.of(json));
        json = line.json();
        handle.execute("INSERT INTO audit VALUES (?, ?, ?)", line.n(), json, Sha256.of(json));
      }
      return lines;
    });
  }

  @Test
  void linesProveEachOtherAlsoWhereOnePageOfThemEnds() {
    int last = AuditLog.PAGE + 1;
    log.asked(ANN, "pause a host", Map.of("host", "a"));
    write(last);
    assertThat(log.proof())
        .isEqualTo(new AuditProof.Whole(last, Sha256.of(log.from(last, 1).getFirst())));
    byHand("UPDATE audit SET line = replace(line, 'ann', 'bob') WHERE n = ?", last);
    assertThat(log.proof()).isEqualTo(new AuditProof.Broken(last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit SET line = replace(line, 'ann', 'bob') WHERE n = 3",
        "DELETE FROM audit WHERE n = 3",
        "DELETE FROM audit WHERE n = 1",
        "UPDATE audit SET n = 99 WHERE n = 3",
        "UPDATE audit SET line = (SELECT line FROM audit WHERE n = 2),"
            + " digest = (SELECT digest FROM audit WHERE n = 2) WHERE n = 3",
        "INSERT INTO audit SELECT 7, line, digest FROM audit WHERE n = 6",
      })
  void lineThatWasAlteredTakenOutOrPutInShows(String act) {
    pauseThrice();
    byHand(act);
    assertThat(log.proof()).isInstanceOf(AuditProof.Broken.class);
  }

  @Test
  void lineThatWasAlteredWithItsDigestShowsInTheNext() {
    pauseThrice();
    String forged = log.from(3, 1).getFirst().replace("ann", "bob");
    byHand("UPDATE audit SET line = ?, digest = ? WHERE n = 3", forged, Sha256.of(forged));
    assertThat(log.proof()).isEqualTo(new AuditProof.Broken(4));
  }

  @Test
  void spreadsheetWorksNothingOut() {
    log.done(ANN.as("=1+1", SignInWay.ACCOUNT), "x", Map.of("a", "\"q\""), Optional.empty(), "@b");
    assertThat(AuditCsv.of(log.from(1, 10))).contains("\"'=1+1\"", "\"a \"\"q\"\"\"", "\"'@b\"");
  }

  private record Asked(String token, String answer, Optional<String> email, String words) {}

  @Test
  void whatMustBeKnownToNobodyIsLeftOut() {
    Map<String, String> fields =
        RecordFields.of(
            Map.of(
                "it",
                new Asked("secret", "keep", Optional.of("a@b.example"), "a webhook's secret")));
    assertThat(fields).isEqualTo(Map.of("answer", "keep"));
  }
}
