package signpost.record.backup;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * What a backup holds.
 *
 * @param form of the file; a reader refuses one that it does not know
 * @param signpost the version that made it
 * @param at when it was begun, in ISO 8601
 * @param faults what was not as it should be when it was backed up, a sentence each
 * @param installation a mark of whose data it is, which a backup of the same Signpost has too;
 *     empty where nothing tells
 */
public record BackupManifest(
    int form,
    String signpost,
    String at,
    List<DatabaseSummary> databases,
    List<FileSummary> files,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> faults,
    @JsonSetter(nulls = Nulls.AS_EMPTY) String installation) {
  /** The form that is written and read. */
  static final int FORM = 1;

  /** What the manifest is called in the file, behind all that it tells of. */
  static final String NAME = "manifest.json";

  public BackupManifest {
    databases = List.copyOf(databases);
    files = List.copyOf(files);
    faults = List.copyOf(faults);
  }

  /** What of it is some modules', or nobody's. */
  public BackupManifest of(List<String> modules) {
    List<String> others =
        databases.stream()
            .map(DatabaseSummary::module)
            .filter(it -> !modules.contains(it))
            .map(it -> it + "/")
            .toList();
    return new BackupManifest(
        form,
        signpost,
        at,
        databases.stream().filter(it -> modules.contains(it.module())).toList(),
        files.stream().filter(it -> others.stream().noneMatch(it.name()::startsWith)).toList(),
        faults,
        installation);
  }

  /** Whether another is of the same Signpost, as far as that can be told. */
  public boolean isOfSame(BackupManifest other) {
    return !installation.isEmpty() && installation.equals(other.installation);
  }

  /**
   * A module's tables.
   *
   * @param version of the tables, as the migrations count
   */
  public record DatabaseSummary(String module, String version, List<TableSummary> tables) {
    public DatabaseSummary {
      tables = List.copyOf(tables);
    }

    /** Of all tables. */
    public long rows() {
      return tables.stream().mapToLong(TableSummary::rows).sum();
    }

    static String entry(String module, String table) {
      return module + "/" + table + ".jsonl";
    }
  }

  /**
   * A file as it was backed up.
   *
   * @param name a path with slashes that begins with whose it is
   */
  public record FileSummary(String name, long bytes, String sha256) {
    String entry() {
      return "files/" + name;
    }
  }

  /** Of all databases. */
  public long rows() {
    return databases.stream().mapToLong(DatabaseSummary::rows).sum();
  }
}
