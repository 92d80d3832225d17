package signpost.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.local.LocalModule;
import signpost.local.backup.MachineBackup.WrittenBackup;
import signpost.local.backup.OldBackups.OldFate;
import signpost.record.backup.BackupFile;
import signpost.record.backup.BackupManifest;
import signpost.record.backup.BackupManifest.DatabaseSummary;
import signpost.record.backup.BackupManifest.FileSummary;
import signpost.record.store.Database;
import signpost.search.SearchRecord;
import signpost.search.audit.Actor;
import signpost.search.audit.AuditLog;

/** Which earlier backup a new one makes needless. */
final class OldBackupsTest {
  private static final Duration WEEK = Duration.ofDays(7);

  @TempDir private Path backups;

  private static BackupManifest backup(String at, String of, List<String> faults, String... parts) {
    List<DatabaseSummary> databases =
        Arrays.stream(parts)
            .filter(it -> !it.contains("."))
            .map(it -> new DatabaseSummary(it, "1", List.of()))
            .toList();
    List<FileSummary> files =
        Arrays.stream(parts)
            .filter(it -> it.contains("."))
            .map(it -> it.split(" "))
            .map(it -> new FileSummary(it[0], Long.parseLong(it[1]), ""))
            .toList();
    return new BackupManifest(1, "0.1.0", at + "T02:30:00Z", databases, files, faults, of);
  }

  private static BackupManifest ours(String at, String... parts) {
    return backup(at, "ours", List.of(), parts);
  }

  /** What becomes of an old one, beside two whole ones that are young. */
  private static Optional<OldFate> fate(BackupManifest old, BackupManifest now) {
    Path file = Path.of("old");
    return Optional.ofNullable(
        OldBackups.fatesOf(
                Map.of(
                    file,
                    old,
                    Path.of("a"),
                    ours("2026-03-08", "notifier"),
                    Path.of("b"),
                    ours("2026-03-07", "notifier")),
                now,
                WEEK)
            .get(file));
  }

  @Test
  void backupIsNeedlessOnceItIsOlderThanTheDays() {
    BackupManifest now = ours("2026-03-09", "ingest", "notifier", "search");
    assertThat(fate(ours("2026-03-01", "ingest", "notifier"), now)).contains(OldFate.REMOVED);
    assertThat(fate(ours("2026-03-02", "ingest", "notifier"), now)).isEmpty();
  }

  @Test
  void nothingIsRemovedByAClockThatWasSetBack() {
    Map<Path, BackupManifest> earlier =
        Map.of(
            Path.of("old"), ours("2026-01-01", "notifier"),
            Path.of("later"), ours("2026-03-10", "notifier"),
            Path.of("a"), ours("2026-03-08", "notifier"),
            Path.of("b"), ours("2026-03-07", "notifier"));
    assertThat(OldBackups.fatesOf(earlier, ours("2026-03-09", "notifier"), WEEK))
        .isEqualTo(Map.of(Path.of("later"), OldFate.LATER));
  }

  @Test
  void theYoungestWholeOnesStayHoweverFarTheClockJumped() {
    Map<Path, BackupManifest> earlier =
        Map.of(
            Path.of("1"), ours("2026-03-05", "notifier"),
            Path.of("2"), ours("2026-03-06", "notifier"),
            Path.of("3"), ours("2026-03-07", "notifier"),
            Path.of("4"), backup("2026-03-08", "ours", List.of("evidence damaged"), "notifier"));
    assertThat(OldBackups.fatesOf(earlier, ours("2036-03-09", "notifier"), WEEK))
        .isEqualTo(Map.of(Path.of("1"), OldFate.REMOVED, Path.of("4"), OldFate.REMOVED));
  }

  @Test
  void backupOfAnotherSignpostOrOfNobodyKnowsWhichStays() {
    BackupManifest now = ours("2026-03-09", "notifier");
    assertThat(fate(backup("2026-01-01", "theirs", List.of(), "notifier"), now)).isEmpty();
    assertThat(fate(backup("2026-01-01", "", List.of(), "notifier"), now)).isEmpty();
    BackupManifest nobody = backup("2026-03-09", "", List.of(), "notifier");
    assertThat(fate(backup("2026-01-01", "", List.of(), "notifier"), nobody)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "catalogue/rent.yaml 7",
        "notifier/outgoing/a.eml 7",
        "signpost.yml 7",
        "ingest/evidence/chain.txt 7"
      })
  void backupStaysOfWhichTheNewOneHasNotAllThoughThatIsNoFault(String file) {
    BackupManifest old = ours("2026-01-01", "notifier", file);
    assertThat(fate(old, ours("2026-03-09", "notifier"))).contains(OldFate.NEEDED);
    assertThat(fate(old, ours("2026-03-09", "notifier", file))).contains(OldFate.REMOVED);
  }

  @Test
  void backupWithMoreEvidenceOrAnotherDatabaseStays() {
    BackupManifest now = ours("2026-03-09", "notifier", "ingest/evidence/chain.txt 700");
    BackupManifest longer = ours("2026-01-01", "notifier", "ingest/evidence/chain.txt 701");
    assertThat(fate(longer, now)).contains(OldFate.NEEDED);
    assertThat(fate(ours("2026-01-01", "ingest"), now)).contains(OldFate.NEEDED);
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
    Path younger = backup(machine, Instant.parse("2026-01-07T02:30:00Z")).file();
    Path own = Files.copy(old, backups.resolve("before-the-move.zip"));
    Path link = Files.createSymbolicLink(backups.resolve("signpost-2026-01-02T023000Z.zip"), own);
    Path other = Files.createDirectory(backups.resolve("signpost-2026-01-03T023000Z.zip"));
    Path text = Files.writeString(backups.resolve("signpost-2026-01-04T023000Z.zip"), "mine");

    Path chain = machine.data(LocalModule.INGEST).resolve("evidence/chain.txt");
    byte[] right = Files.readAllBytes(chain);
    Files.writeString(chain, "?\n");
    WrittenBackup lacking = backup(machine, Instant.parse("2026-01-09T02:30:00Z"));
    assertThat(OldBackups.removeBeside(lacking, WEEK)).doesNotContainValue(OldFate.REMOVED);
    Files.write(chain, right);
    WrittenBackup whole = backup(machine, Instant.parse("2026-01-10T02:30:00Z"));

    assertThat(OldBackups.removeBeside(whole, WEEK))
        .isEqualTo(Map.of(old, OldFate.REMOVED, text, OldFate.NO_BACKUP));
    assertThat(old).doesNotExist();
    assertThat(List.of(young, younger, own, link, other, text, lacking.file(), whole.file()))
        .allMatch(Files::exists);
  }

  @Test
  void backupThatLacksSomethingMakesNoneNeedless() {
    BackupManifest lacking = backup("2026-03-09", "ours", List.of("evidence damaged"), "notifier");
    assertThat(fate(ours("2026-01-01", "notifier"), lacking)).isEmpty();
  }

  private WrittenBackup searchAlone(Path data, Instant at) {
    Map<String, Object> settings = Map.of("signpost.data", data.toString());
    List<KeptPart> parts = KeptPart.of(Map.of(LocalModule.SEARCH, settings), false);
    return MachineBackup.write(parts, Optional.empty(), backups, "0.1.0", at);
  }

  private static void note(Path data, String act) throws IOException {
    Files.createDirectories(data);
    String url = "jdbc:sqlite:" + data.resolve(SearchRecord.SCHEMA.file());
    try (Database database = Database.open(SearchRecord.SCHEMA, url, "", "")) {
      if (!act.isEmpty()) {
        new AuditLog(database, InstantSource.system())
            .done(Actor.shell(), act, Map.of(), Optional.empty(), "done");
      }
    }
  }

  @Test
  void backupOfSearchAloneIsKnownByWhatWasNotedFirst(@TempDir Path one, @TempDir Path other)
      throws IOException {
    note(one, "");
    note(other, "add another account");
    Instant first = Instant.parse("2026-01-01T02:30:00Z");
    assertThat(searchAlone(one, first).manifest().installation()).as("nothing yet").isEmpty();
    note(one, "add an account");
    Path old = searchAlone(one, first.plusSeconds(1)).file();
    Path theirs = searchAlone(other, first.plusSeconds(2)).file();
    note(one, "remove an account");
    for (int day = 20; day < 22; day++) {
      searchAlone(one, first.plus(Duration.ofDays(day)));
    }

    WrittenBackup now = searchAlone(one, first.plus(Duration.ofDays(22)));
    assertThat(OldBackups.removeBeside(now, WEEK)).isEqualTo(Map.of(old, OldFate.REMOVED));
    assertThat(theirs).exists();
  }

  @Test
  void backupOfBeforeDoesNotTellWhoseItIs() throws IOException {
    try (BackupFile released = BackupFile.open(Machine.RELEASED)) {
      assertThat(released.manifest().installation()).isEmpty();
      assertThat(released.manifest().isOfSame(released.manifest())).isFalse();
    }
  }
}
