package signpost.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.local.LocalModule;
import signpost.record.store.JdbcConfig;
import signpost.tools.CannotStartException;

/** A part that comes from one file to another. */
class DatabaseMoveTest {
  @TempDir private Path folder;

  private KeptPart notifier(String machine) {
    return Machine.in(folder.resolve(machine)).part(LocalModule.NOTIFIER);
  }

  @Test
  void databaseThatIsNotThereIsNotMadeByLookingForIt() {
    Path missing = folder.resolve("nowhere/notifier.db");
    refused(JdbcConfig.of("jdbc:sqlite:" + missing, "", ""), notifier("to"), "no database of");

    assertThat(missing.getParent()).doesNotExist();
  }

  @Test
  void databaseIsNotMovedOntoItself() {
    Machine machine = Machine.in(folder.resolve("same"));
    machine.restore(Machine.RELEASED);
    KeptPart notifier = machine.part(LocalModule.NOTIFIER);

    refused(notifier.jdbc(), notifier, "up to now and from now on");
    refused(JdbcConfig.of(notifier.jdbc().url() + "?cache_size=1", "", ""), notifier, "up to now");
  }

  @Test
  void whatAnEndedMoveLeftIsTakenAway() throws Exception {
    Machine.in(folder.resolve("from")).restore(Machine.RELEASED);
    KeptPart to = notifier("to");
    Path left = to.folder().resolve("restoring/database/notifier.db");
    Files.createDirectories(left.getParent());
    Files.writeString(left, "half");

    assertThat(DatabaseMove.copy(notifier("from").jdbc(), to, "0.1.0", Machine.AT).rows())
        .isPositive();
    assertThat(to.folder().resolve("restoring")).doesNotExist();
    assertThat(to.folder().resolve("notifier.db")).exists();
  }

  @Test
  void logThatTheNewDatabaseWouldReadIsToBeMovedAwayFirst() throws Exception {
    Machine.in(folder.resolve("from")).restore(Machine.RELEASED);
    KeptPart to = notifier("to");
    Files.createDirectories(to.folder());
    Path log = Files.writeString(to.folder().resolve("notifier.db-wal"), "old");

    refused(notifier("from").jdbc(), to, "move away " + log);
    assertThat(log).hasContent("old");
  }

  private static void refused(JdbcConfig from, KeptPart to, String words) {
    assertThatThrownBy(() -> DatabaseMove.copy(from, to, "0.1.0", Machine.AT))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining(words);
  }
}
