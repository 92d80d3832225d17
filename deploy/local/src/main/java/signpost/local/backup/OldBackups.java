package signpost.local.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import signpost.local.backup.MachineBackup.WrittenBackup;
import signpost.record.backup.BackupFile;
import signpost.record.backup.BackupManifest;
import signpost.record.backup.BackupManifest.DatabaseSummary;
import signpost.record.backup.UnusableBackup;

/**
 * Removes what a folder has of earlier backups, once a new one is there that is whole. Only files
 * that a backup named by its time, that can be read as one, and of which the new one has every
 * part.
 */
public final class OldBackups {
  /** As {@link MachineBackup} names them in a folder. */
  private static final Pattern NAMED =
      Pattern.compile("signpost-\\d{4}-\\d\\d-\\d\\dT\\d{6}Z\\.zip");

  private OldBackups() {}

  /** What was removed, and what was left that is named so and is no backup. */
  public record RemovedBackups(List<Path> removed, List<Path> unreadable) {
    public RemovedBackups {
      removed = List.copyOf(removed);
      unreadable = List.copyOf(unreadable);
    }
  }

  /**
   * Removes those beside a new one that are older than some days; none where the new one lacks
   * something.
   *
   * @throws UncheckedIOException if the folder cannot be read or a file cannot be removed
   */
  public static RemovedBackups removeBeside(WrittenBackup written, Duration age) {
    List<Path> removed = new ArrayList<>();
    List<Path> unreadable = new ArrayList<>();
    try {
      for (Path file : others(written.file())) {
        try (BackupFile backup = BackupFile.open(file)) {
          if (isNeedless(backup.manifest(), written.manifest(), age)) {
            removed.add(file);
          }
        } catch (IOException | UnusableBackup _) {
          unreadable.add(file);
        }
      }
      for (Path file : removed) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Old backups cannot be removed", e);
    }
    return new RemovedBackups(removed, unreadable);
  }

  /**
   * Whether all of an old one is in a new one that is whole, and it is older than that by so much.
   */
  static boolean isNeedless(BackupManifest old, BackupManifest now, Duration age) {
    return now.faults().isEmpty()
        && parts(now).containsAll(parts(old))
        && Instant.parse(old.at()).isBefore(Instant.parse(now.at()).minus(age));
  }

  private static Set<String> parts(BackupManifest backup) {
    return backup.databases().stream().map(DatabaseSummary::module).collect(Collectors.toSet());
  }

  private static List<Path> others(Path written) throws IOException {
    try (Stream<Path> files = Files.list(written.toAbsolutePath().getParent())) {
      return files
          .filter(it -> NAMED.matcher(it.getFileName().toString()).matches())
          .filter(it -> !it.getFileName().equals(written.getFileName()))
          .filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }
}
