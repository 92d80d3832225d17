package signpost.local.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import signpost.local.LocalModule;
import signpost.local.backup.MachineBackup.WrittenBackup;
import signpost.record.backup.BackupManifest;
import signpost.record.backup.BackupManifest.DatabaseSummary;
import signpost.record.backup.TableSummary;

/** A machine with ingest and the notifier, as tests back it up and restore it. */
record Machine(Path folder, Map<LocalModule, String> urls) {
  /** What 0.1.0 keeps after some days of the demo. */
  static final Path RELEASED =
      Path.of("src/test/resources/signpost/local/backup/0.1.0.zip").toAbsolutePath();

  static final Instant AT = Instant.parse("2026-11-29T16:00:00Z");

  static Machine in(Path folder) {
    return new Machine(folder, Map.of());
  }

  List<KeptPart> parts() {
    Map<LocalModule, Map<String, Object>> modules = new HashMap<>();
    for (LocalModule module : List.of(LocalModule.INGEST, LocalModule.NOTIFIER)) {
      Map<String, Object> settings = new HashMap<>();
      settings.put("signpost.data", data(module).toString());
      settings.put("signpost.catalogue", folder.resolve("catalogue").toString());
      Optional.ofNullable(urls.get(module))
          .ifPresent(url -> settings.put("signpost.jdbc.url", url));
      modules.put(module, settings);
    }
    return KeptPart.of(modules, false);
  }

  KeptPart part(LocalModule module) {
    return parts().stream()
        .filter(it -> it.name().equals(module.lowerCase()))
        .findFirst()
        .orElseThrow();
  }

  Path data(LocalModule module) {
    return folder.resolve(module.lowerCase());
  }

  /** Puts a backup back, and makes a catalogue that the next backup finds. */
  BackupManifest restore(Path file) {
    BackupManifest restored = MachineRestore.of(file, parts(), folder).manifest();
    catalogue();
    return restored;
  }

  Path catalogue() {
    try {
      return Files.createDirectories(folder.resolve("catalogue"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  WrittenBackup backup(Path target) {
    return MachineBackup.write(parts(), Optional.empty(), target, "0.1.0", AT);
  }

  /** Each table's rows and checksum; a restore says of the topics that they are others. */
  static Map<String, String> tables(BackupManifest manifest) {
    Map<String, String> tables = new TreeMap<>();
    for (DatabaseSummary database : manifest.databases()) {
      for (TableSummary table : database.tables()) {
        if (!table.name().equals("known_topic")) {
          tables.put(database.module() + "." + table.name(), table.rows() + table.checksum());
        }
      }
    }
    return tables;
  }

  /** All files below the folder, by their names in it. */
  List<String> files() throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(Files::isRegularFile)
          .map(it -> folder.relativize(it).toString())
          .filter(it -> !it.endsWith(".lock"))
          .sorted()
          .toList();
    }
  }
}
