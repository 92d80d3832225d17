package signpost.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.local.LocalModule;
import signpost.local.backup.MachineBackup.WrittenBackup;
import signpost.record.backup.BackupManifest;
import signpost.record.backup.BackupManifest.DatabaseSummary;

/** Which earlier backup a new one makes needless. */
final class OldBackupsTest {
  private static final Duration WEEK = Duration.ofDays(7);

  @TempDir private Path backups;

  private static BackupManifest backup(String at, List<String> faults, String... modules) {
    List<DatabaseSummary> databases =
        Arrays.stream(modules).map(it -> new DatabaseSummary(it, "1", List.of())).toList();
    return new BackupManifest(1, "0.1.0", at, databases, List.of(), faults);
  }

  private static BackupManifest today(String... modules) {
    return backup("2026-03-09T02:30:00Z", List.of(), modules);
  }

  @Test
  void backupIsNeedlessOnceItIsOlderThanTheDays() {
    BackupManifest now = today("ingest", "notifier", "search");
    BackupManifest old = backup("2026-03-02T02:29:59Z", List.of(), "ingest", "notifier", "search");
    BackupManifest young = backup("2026-03-02T02:30:00Z", List.of(), "ingest", "notifier");
    BackupManifest tomorrow = backup("2026-03-10T02:30:00Z", List.of(), "ingest");
    assertThat(OldBackups.isNeedless(old, now, WEEK)).isTrue();
    assertThat(OldBackups.isNeedless(young, now, WEEK)).isFalse();
    assertThat(OldBackups.isNeedless(tomorrow, now, WEEK)).as("a clock was set back").isFalse();
  }

  private WrittenBackup backup(Machine machine, Instant at) {
    return MachineBackup.write(machine.parts(), Optional.empty(), backups, "0.1.0", at);
  }

  @Test
  void onlyWhatABackupNamedAndCanBeReadIsRemovedAndOnlyAfterAWholeOne(@TempDir Path data)
      throws IOException {
    Machine machine = Machine.in(data);
    machine.restore(Machine.RELEASED);
    Path old = backup(machine, Instant.parse("2026-01-01T02:30:00Z")).file();
    Path young = backup(machine, Instant.parse("2026-01-06T02:30:00Z")).file();
    Path own = Files.copy(old, backups.resolve("before-the-move.zip"));
    Path link = Files.createSymbolicLink(backups.resolve("signpost-2026-01-02T023000Z.zip"), own);
    Path other = Files.createDirectory(backups.resolve("signpost-2026-01-03T023000Z.zip"));
    Path text = Files.writeString(backups.resolve("signpost-2026-01-04T023000Z.zip"), "mine");

    Path chain = machine.data(LocalModule.INGEST).resolve("evidence/chain.txt");
    byte[] right = Files.readAllBytes(chain);
    Files.writeString(chain, "?\n");
    WrittenBackup lacking = backup(machine, Instant.parse("2026-01-09T02:30:00Z"));
    assertThat(OldBackups.removeBeside(lacking, WEEK).removed()).isEmpty();
    Files.write(chain, right);
    WrittenBackup whole = backup(machine, Instant.parse("2026-01-10T02:30:00Z"));
    OldBackups.RemovedBackups removed = OldBackups.removeBeside(whole, WEEK);

    assertThat(removed.removed()).containsExactly(old);
    assertThat(removed.unreadable()).containsExactly(text);
    assertThat(old).doesNotExist();
    assertThat(List.of(young, own, link, other, text, lacking.file(), whole.file()))
        .allMatch(Files::exists);
  }

  @Test
  void backupOfAnotherPartIsNeverNeedless() {
    BackupManifest ingest = backup("2026-01-01T00:00:00Z", List.of(), "ingest");
    assertThat(OldBackups.isNeedless(ingest, today("notifier"), WEEK)).isFalse();
    assertThat(OldBackups.isNeedless(ingest, today("ingest"), WEEK)).isTrue();
  }

  @Test
  void backupThatLacksSomethingMakesNoneNeedless() {
    BackupManifest old = backup("2026-01-01T00:00:00Z", List.of(), "ingest");
    BackupManifest lacking = backup("2026-03-09T02:30:00Z", List.of("evidence damaged"), "ingest");
    assertThat(OldBackups.isNeedless(old, lacking, WEEK)).isFalse();
  }
}
