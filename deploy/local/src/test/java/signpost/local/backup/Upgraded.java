package signpost.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import signpost.record.backup.BackupManifest;
import signpost.record.backup.BackupManifest.DatabaseSummary;
import signpost.record.backup.TableSummary;

/** What an upgrade must leave of a released version's rows: all of them, in tables that stay. */
final class Upgraded {
  private Upgraded() {}

  static void check(BackupManifest before, BackupManifest after) {
    Map<String, Long> kept = rows(before);
    Map<String, Long> now = rows(after);
    kept.keySet().retainAll(now.keySet());
    now.keySet().retainAll(kept.keySet());
    assertThat(now).isNotEmpty().isEqualTo(kept);
  }

  private static Map<String, Long> rows(BackupManifest manifest) {
    Map<String, Long> rows = new TreeMap<>();
    for (DatabaseSummary database : manifest.databases()) {
      for (TableSummary table : database.tables()) {
        rows.put(database.module() + "." + table.name(), table.rows());
      }
    }
    return rows;
  }
}
