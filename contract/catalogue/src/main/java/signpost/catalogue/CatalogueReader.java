package signpost.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import signpost.catalogue.CatalogueProblem.Severity;

/**
 * Reads the catalogue: every {@code .yaml} and {@code .yml} file of a folder. A file with an error
 * is left out, or counts as it stood before; the others load.
 */
public final class CatalogueReader {
  private CatalogueReader() {}

  /**
   * The files of a folder, not of folders in it. Hidden files and other endings are passed over,
   * but for those that were surely meant.
   */
  public static CatalogueLoad readFolder(Path folder, CatalogueLoad before) {
    Optional<String> trouble = trouble(folder);
    if (trouble.isPresent()) {
      return unreadable(folder, trouble.get(), before);
    }
    var draft = new LoadDraft(before);
    try (Stream<Path> files = Files.list(folder)) {
      files.sorted().forEach(file -> read(file, draft));
    } catch (IOException wrong) {
      return unreadable(folder, "The folder cannot be read: " + inWords(wrong), before);
    }
    return draft.finished();
  }

  /** Why a folder cannot be read at all, in a sentence; nothing if it can. */
  public static Optional<String> trouble(Path folder) {
    if (!Files.exists(folder)) {
      return Optional.of("There is no such folder. Name the catalogue's folder.");
    }
    if (!Files.isDirectory(folder)) {
      return Optional.of("This is a file. Name the folder it lies in.");
    }
    return Files.isReadable(folder)
        ? Optional.empty()
        : Optional.of("The folder cannot be read. Give Signpost's user the right to read it.");
  }

  /** The files by name, without what any of them said earlier. */
  public static CatalogueLoad read(Map<String, String> files) {
    return read(files, CatalogueLoad.NOTHING);
  }

  /** The files by name; one with an error counts as it stood in {@code before}. */
  public static CatalogueLoad read(Map<String, String> files, CatalogueLoad before) {
    var draft = new LoadDraft(before);
    new TreeMap<>(files).forEach(draft::text);
    return draft.finished();
  }

  private static void read(Path file, LoadDraft draft) {
    String name = String.valueOf(file.getFileName());
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith(".")) {
      return;
    }
    if (lower.endsWith(".yaml.txt") || lower.endsWith(".yml.txt")) {
      draft.remark(
          remark(name, "This file is not read, for its name ends in .txt. Take that away."));
    } else if (!lower.endsWith(".yaml") && !lower.endsWith(".yml")) {
      return;
    } else if (Files.isDirectory(file)) {
      draft.remark(remark(name, "This is a folder, and folders are not read. Move its files up."));
    } else if (Files.exists(file) && !Files.isRegularFile(file)) {
      draft.unreadable(name, error(name, "This is no plain file. Put a text file in its place."));
    } else {
      readPlain(name, file, draft);
    }
  }

  private static void readPlain(String name, Path file, LoadDraft draft) {
    try (InputStream in = Files.newInputStream(file)) {
      var slips = new ProblemCollector(name);
      FileText.of(in.readNBytes(FileText.MOST_BYTES + 1), slips)
          .ifPresentOrElse(
              text -> draft.text(name, text), () -> draft.unreadable(name, slips.all()));
    } catch (NoSuchFileException gone) {
      if (Files.isSymbolicLink(file)) {
        draft.unreadable(
            name, error(name, "This link leads to no file. Mend the link or delete it."));
      } else {
        draft.keep(name);
      }
    } catch (IOException wrong) {
      draft.unreadable(name, error(name, "The file cannot be read: " + inWords(wrong)));
    }
  }

  private static String inWords(IOException wrong) {
    return wrong instanceof AccessDeniedException
        ? "access is denied. Give Signpost's user the right to read it."
        : wrong.getMessage() + ". Look at the disk, and save the file anew.";
  }

  /** Nothing is known anew, so all stays as it was, and as complete as it was. */
  private static CatalogueLoad unreadable(Path folder, String why, CatalogueLoad before) {
    return new CatalogueLoad(
        before.catalogue(),
        error(folder.toString(), why),
        before.complete(),
        before.good(),
        before.parsed());
  }

  private static CatalogueProblem remark(String file, String message) {
    return new CatalogueProblem(file, 0, 0, Severity.WARNING, message);
  }

  private static List<CatalogueProblem> error(String file, String message) {
    return List.of(new CatalogueProblem(file, 0, 0, Severity.ERROR, message));
  }
}
