package signpost.record.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.record.preflight.PreflightFinding;
import signpost.record.preflight.PreflightFinding.PreflightLevel;

/** An SQLite database that is looked for before the first start. */
class DatabasePreflightTest {
  @TempDir private Path folder;

  private PreflightFinding found(String url) {
    return DatabasePreflight.of(
            Databases.SCHEMA,
            JdbcConfig.of(url, "", ""),
            folder.resolve("data"),
            InstantSource.system())
        .getFirst();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "jdbc:sqlite:%s/own.db", "jdbc:sqlite:file:%s/my%%20own.db?mode=rwc"})
  void fileThatIsNotThereIsMadeByTheStartAndNotByTheCheck(String url) {
    PreflightFinding finding = found(url.formatted(folder));

    assertThat(finding.level()).isEqualTo(PreflightLevel.OK);
    assertThat(finding.what()).contains("made at the first start");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:sqlite::memory:", "jdbc:sqlite:file:own?mode=memory&cache=shared"})
  void databaseInMemoryHasNoFile(String url) {
    assertThat(JdbcConfig.of(url, "", "").file()).isEmpty();
  }

  @Test
  void addressOfAFileMayBePercentEncoded() {
    assertThat(JdbcConfig.of("jdbc:sqlite:file:///srv/my%20own.db?cache=shared", "", "").file())
        .contains(Path.of("/srv/my own.db"));
  }

  @Test
  void fileInAFolderThatIsNotThereIsWrong() {
    PreflightFinding finding = found("jdbc:sqlite:" + folder.resolve("none/own.db"));

    assertThat(finding.level()).isEqualTo(PreflightLevel.WRONG);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void fileThatIsThereIsLookedInto() {
    String url = "jdbc:sqlite:" + folder.resolve("own.db");
    Database.open(Databases.SCHEMA, url, "", "").close();

    assertThat(found(url).what()).contains(" answers: SQLite ");
  }
}
