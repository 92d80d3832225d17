package signpost.local.backup;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import signpost.local.LocalModule;
import signpost.record.backup.BackupManifest;
import signpost.record.backup.BackupManifest.DatabaseSummary;
import signpost.record.backup.BackupManifest.FileSummary;

/**
 * What a backup holds, by kinds: an emptied folder is no fault of a backup, and may be one of a
 * disk that is not mounted.
 */
record BackedUpParts(Set<String> databases, Set<String> kinds, long chain) {
  private static final String EVIDENCE = LocalModule.INGEST.lowerCase() + "/evidence/";
  private static final String CHAIN = EVIDENCE + "chain.txt";
  private static final String MAILS = LocalModule.NOTIFIER.lowerCase() + "/outgoing/";

  /** Each of these is one kind, and nothing tells which of its files are still needed. */
  private static final List<String> KINDS =
      List.of(EVIDENCE, MAILS, BackedUpFiles.CATALOGUE + "/", BackedUpFiles.CONFIG);

  static BackedUpParts of(BackupManifest backup) {
    return new BackedUpParts(
        backup.databases().stream().map(DatabaseSummary::module).collect(Collectors.toSet()),
        KINDS.stream().filter(it -> has(backup, it)).collect(Collectors.toSet()),
        chain(backup));
  }

  private static boolean has(BackupManifest backup, String kind) {
    return backup.files().stream().anyMatch(it -> it.name().startsWith(kind));
  }

  private static long chain(BackupManifest backup) {
    return backup.files().stream()
        .filter(it -> it.name().equals(CHAIN))
        .mapToLong(FileSummary::bytes)
        .sum();
  }

  /** Whether it has each kind that an older one has; the chain of evidence only grows. */
  boolean hasAll(BackupManifest old) {
    BackedUpParts before = of(old);
    return databases.containsAll(before.databases)
        && kinds.containsAll(before.kinds)
        && chain >= before.chain;
  }
}
