package signpost.local.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import signpost.local.backup.MachineBackup.WrittenBackup;
import signpost.record.backup.BackupFile;
import signpost.record.backup.BackupManifest;
import signpost.record.backup.UnusableBackup;

/**
 * Removes what a folder has of earlier backups of the same Signpost, once a new one is there that
 * is whole. Only files that a backup named by its time, that can be read as one, and of which the
 * new one has everything; the youngest whole ones stay, however old they are.
 */
public final class OldBackups {
  /** So many whole ones stay, the new one among them: a clock may be wrong. */
  static final int LEAST = 3;

  /** As {@link MachineBackup} names them in a folder. */
  private static final Pattern NAMED =
      Pattern.compile("signpost-\\d{4}-\\d\\d-\\d\\dT\\d{6}Z\\.zip");

  private OldBackups() {}

  /** What became of a file that is named as a backup. */
  public enum OldFate {
    REMOVED("removed, as it is old"),
    NOT_REMOVED("it is old and cannot be removed"),
    NEEDED("left though it is old, as the new backup has not all that is in it"),
    LATER("none is removed, for the clock was set back: this one is of a later time"),
    NO_BACKUP("left, as it is no whole backup"),
    UNREADABLE("left, as it cannot be read");

    private final String words;

    OldFate(String words) {
      this.words = words;
    }

    /** What ops read before the file's name. */
    public String words() {
      return words;
    }
  }

  /**
   * Removes those beside a new one that are older than some days; none where the new one lacks
   * something.
   *
   * @return what became of those that there is something to say of, by their names
   * @throws UncheckedIOException if the folder cannot be read
   */
  public static Map<Path, OldFate> removeBeside(WrittenBackup written, Duration age) {
    Map<Path, OldFate> fates = new TreeMap<>();
    Map<Path, BackupManifest> read = new TreeMap<>();
    for (Path file : others(written.file())) {
      try (BackupFile backup = BackupFile.open(file)) {
        read.put(file, backup.manifest());
      } catch (UnusableBackup _) {
        fates.put(file, OldFate.NO_BACKUP);
      } catch (IOException _) {
        fates.put(file, OldFate.UNREADABLE);
      }
    }
    fatesOf(read, written.manifest(), age)
        .forEach((file, fate) -> fates.put(file, fate == OldFate.REMOVED ? removed(file) : fate));
    return fates;
  }

  private static OldFate removed(Path file) {
    try {
      Files.delete(file);
      return OldFate.REMOVED;
    } catch (IOException _) {
      return OldFate.NOT_REMOVED;
    }
  }

  /**
   * What is to become of earlier ones; nothing is said of those that stay as a matter of course.
   */
  static Map<Path, OldFate> fatesOf(
      Map<Path, BackupManifest> earlier, BackupManifest now, Duration age) {
    Map<Path, OldFate> fates = new TreeMap<>();
    Map<Path, BackupManifest> ours = new TreeMap<>(earlier);
    ours.values().removeIf(it -> !now.isOfSame(it));
    if (!now.faults().isEmpty()) {
      return fates;
    }
    ours.forEach((file, it) -> {
      if (at(it).isAfter(at(now))) {
        fates.put(file, OldFate.LATER);
      }
    });
    if (!fates.isEmpty()) {
      return fates;
    }
    Collection<BackupManifest> youngest = youngest(ours.values());
    BackedUpParts all = BackedUpParts.of(now);
    ours.forEach((file, it) -> {
      if (at(it).isBefore(at(now).minus(age)) && !youngest.contains(it)) {
        fates.put(file, all.hasAll(it) ? OldFate.REMOVED : OldFate.NEEDED);
      }
    });
    return fates;
  }

  /** The whole ones that stay beside the new one. */
  private static Collection<BackupManifest> youngest(Collection<BackupManifest> earlier) {
    return earlier.stream()
        .filter(it -> it.faults().isEmpty())
        .sorted(Comparator.comparing(OldBackups::at).reversed())
        .limit(LEAST - 1L)
        .toList();
  }

  private static Instant at(BackupManifest backup) {
    return Instant.parse(backup.at());
  }

  private static List<Path> others(Path written) {
    try (Stream<Path> files = Files.list(written.toAbsolutePath().getParent())) {
      return files
          .filter(it -> NAMED.matcher(it.getFileName().toString()).matches())
          .filter(it -> !it.getFileName().equals(written.getFileName()))
          .filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Old backups cannot be looked for", e);
    }
  }
}
