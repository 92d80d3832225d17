package signpost.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import signpost.evidence.EvidenceCopy;
import signpost.evidence.EvidenceCopy.CopiedFile;
import signpost.evidence.EvidenceFolder;
import signpost.local.LocalModule;
import signpost.local.MachineFolder;
import signpost.record.backup.BackupWriter;
import signpost.record.backup.UnusableBackup;
import signpost.record.store.DataFolder;

/** The files of a machine that belong into a backup: evidence, mails, guides, configuration. */
final class BackedUpFiles {
  /** What a configuration is called in a backup. */
  static final String CONFIG = "signpost.yml";

  static final String CATALOGUE = "catalogue";

  /** Mails that were written to files for want of a mail server. */
  private static final String OUTGOING = "outgoing";

  /** What the guides were once is asked for by nobody, and the other is the disk's own. */
  private static final Set<String> NO_GUIDES = Set.of(".git", MachineRestore.OF_THE_DISK);

  /** A machine's own broker, beside its parts, of which no backup has anything. */
  private static final String BROKER = "broker";

  /** Whoever keeps data holds its folder by one of these. */
  private static final List<String> LOCKS =
      Stream.concat(
              Stream.of(LocalModule.values()).map(LocalModule::lowerCase),
              Stream.of(MachineFolder.HOLDER, BROKER))
          .map(DataFolder::lockOf)
          .toList();

  private final List<KeptPart> parts;
  private final Optional<Path> catalogue;
  private final Optional<Path> config;

  private BackedUpFiles(List<KeptPart> parts, Optional<Path> catalogue, Optional<Path> config) {
    this.parts = parts;
    this.catalogue = catalogue;
    this.config = config;
  }

  /**
   * Those of some parts.
   *
   * @throws UnusableBackup where there is no folder of guides
   */
  static BackedUpFiles of(List<KeptPart> parts, Optional<Path> config) throws IOException {
    return new BackedUpFiles(parts, catalogue(parts), config);
  }

  /** The folder of guides itself, wherever a link leads. */
  private static Optional<Path> catalogue(List<KeptPart> parts) throws IOException {
    Optional<Path> folder =
        parts.stream()
            .flatMap(it -> it.catalogue().stream())
            .map(it -> it.toAbsolutePath().normalize())
            .findFirst();
    if (folder.filter(it -> !Files.isDirectory(it)).isPresent()) {
      throw new UnusableBackup(
          "There is no folder of guides at %s. Choose the one that runs with --catalogue."
              .formatted(folder.get()));
    }
    return folder.isPresent() ? Optional.of(folder.get().toRealPath()) : folder;
  }

  Optional<Path> catalogue() {
    return catalogue;
  }

  /**
   * A backup within what is copied would copy itself, and each the ones before.
   *
   * @throws UnusableBackup where it is to be there
   */
  void refuseWithin(Path target) throws IOException {
    List<Path> copied = new ArrayList<>(catalogue.stream().toList());
    for (KeptPart part : parts) {
      copied.add(real(part.folder().resolve(OUTGOING)));
      copied.add(real(part.folder().resolve(EvidenceFolder.NAME)));
    }
    Path file = real(target);
    for (Path each : copied) {
      if (file.startsWith(each)) {
        throw new UnusableBackup(
            "%s is within %s, which is backed up: each backup would hold those before. Choose another folder."
                .formatted(target, each));
      }
    }
  }

  /** Where a file is, or would be, wherever links lead. */
  private static Path real(Path file) throws IOException {
    Path there = file.toAbsolutePath().normalize();
    Path parent = there.getParent();
    if (Files.exists(there) || parent == null) {
      return there.toRealPath();
    }
    return real(parent).resolve(there.getFileName());
  }

  /** Copies them all; of what cannot be read the backup tells. */
  void copy(BackupWriter writer) throws IOException {
    FileCopies files = new FileCopies(writer);
    for (KeptPart part : parts) {
      if (part.name().equals(LocalModule.INGEST.lowerCase())) {
        new EvidenceFiles(part, writer, files).copy();
      }
      outgoing(part, writer, files);
    }
    if (catalogue.isPresent()) {
      guides(catalogue.get(), writer, files);
    }
    if (config.isPresent()) {
      files.add(new CopiedFile(CONFIG, config.get(), EvidenceCopy.WHOLE));
    }
  }

  private static void outgoing(KeptPart part, BackupWriter writer, FileCopies files)
      throws IOException {
    Path folder = part.folder().resolve(OUTGOING);
    if (Files.isDirectory(folder)) {
      String name = part.name() + "/" + OUTGOING;
      files.addAll(() -> FoundFiles.below(name, folder, _ -> false, writer::fault));
    }
  }

  private void guides(Path folder, BackupWriter writer, FileCopies files) throws IOException {
    Set<Path> databases = databases();
    Set<Path> data = new HashSet<>();
    for (KeptPart part : parts) {
      data.add(real(part.folder()));
      data.add(real(part.folder().resolveSibling(BROKER)));
    }
    files.addAll(() ->
        FoundFiles.below(
            CATALOGUE,
            folder,
            it -> isNoGuide(it) || databases.contains(it) || isData(it, data, writer),
            writer::fault));
  }

  private static boolean isNoGuide(Path each) {
    return NO_GUIDES.contains(String.valueOf(each.getFileName()));
  }

  /** Data of ours may lie below the guides; what of it is not in this backup is told. */
  private static boolean isData(Path each, Set<Path> ours, BackupWriter writer) {
    if (!isHeld(each)) {
      return false;
    }
    tellOthers(each, ours, writer);
    return true;
  }

  private static boolean isHeld(Path folder) {
    return LOCKS.stream().anyMatch(it -> Files.exists(folder.resolve(it)));
  }

  /** Whoever keeps data beside ours, or amid it, has it in no backup of ours. */
  private static void tellOthers(Path folder, Set<Path> ours, BackupWriter writer) {
    if (ours.contains(folder)) {
      return;
    }
    if (isHeld(folder) && ours.stream().noneMatch(it -> it.startsWith(folder))) {
      writer.fault(
          "left out: %s, below the guides, where Signpost keeps data that is not in this backup"
              .formatted(folder));
      return;
    }
    try (Stream<Path> within = Files.list(folder)) {
      within
          .filter(it -> Files.isDirectory(it, LinkOption.NOFOLLOW_LINKS))
          .forEach(it -> tellOthers(it, ours, writer));
    } catch (IOException e) {
      writer.fault(FileCopies.unread(folder, e));
    }
  }

  /** The rows are in the backup, as of one moment. */
  private Set<Path> databases() throws IOException {
    Set<Path> files = new HashSet<>();
    for (KeptPart part : parts) {
      if (part.jdbc().file().isPresent()) {
        Path file = real(part.jdbc().file().get());
        files.add(file);
        files.addAll(SqliteFiles.beside(file));
      }
    }
    return files;
  }
}
