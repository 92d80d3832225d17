package signpost.cli;

import java.io.PrintWriter;
import signpost.record.backup.BackupManifest;
import signpost.record.backup.BackupManifest.DatabaseSummary;
import signpost.record.backup.BackupManifest.FileSummary;

/** What is in a backup, in a few lines. */
final class BackupReport {
  private BackupReport() {}

  static void print(BackupManifest backup, PrintWriter out) {
    backup.databases().forEach(it -> print(it, out));
    out.printf(
        "files: %,d, %,d KiB%n",
        backup.files().size(), backup.files().stream().mapToLong(FileSummary::bytes).sum() >> 10);
    backup.faults().forEach(it -> out.printf("! %s%n", it));
  }

  static void print(DatabaseSummary database, PrintWriter out) {
    out.printf(
        "%s: %,d rows in %d tables, version %s%n",
        database.module(), database.rows(), database.tables().size(), database.version());
  }
}
