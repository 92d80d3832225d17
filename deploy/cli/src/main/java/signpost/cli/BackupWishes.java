package signpost.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import signpost.local.LocalModule;
import signpost.local.SettingsReader;
import signpost.tools.CannotStartException;

/**
 * Where a backup goes, and for how long earlier ones beside it stay. They are removed only from the
 * folder that is configured for them: what lies in another is somebody's own.
 *
 * @param keep for ever, where it is empty
 */
record BackupWishes(Path target, Optional<Duration> keep) {
  private static final String FOLDER = "signpost.backup.folder";
  private static final String DAYS = "signpost.backup.keep-days";

  /**
   * As configured.
   *
   * @param named the target on the command line, which wins
   * @throws CannotStartException where there is no target, or the days are no number
   */
  static BackupWishes of(Map<String, Object> settings, Optional<Path> named) {
    try (SettingsReader reader = SettingsReader.open(LocalModule.INGEST, settings, true)) {
      Optional<Path> folder =
          Optional.of(reader.value(FOLDER)).filter(it -> !it.isEmpty()).map(Path::of);
      Path target =
          named
              .or(() -> folder)
              .orElseThrow(() ->
                  new CannotStartException(
                      "Where is the backup to go? Name a file or a folder, or set "
                          + FOLDER
                          + "."));
      Optional<Duration> keep = days(reader.value(DAYS));
      return new BackupWishes(
          target, keep.filter(_ -> folder.filter(it -> isSame(it, target)).isPresent()));
    }
  }

  private static boolean isSame(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  private static Optional<Duration> days(String written) {
    if (!written.matches("[0-9]{0,5}")) {
      throw new CannotStartException(
          "%s: “%s” is no number of days, such as 14; 0 keeps all.".formatted(DAYS, written));
    }
    return Optional.of(written)
        .filter(it -> !it.isEmpty())
        .map(it -> Duration.ofDays(Integer.parseInt(it)))
        .filter(Duration::isPositive);
  }
}
