package signpost.catalogue;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import signpost.catalogue.CatalogueFile.Place;

/**
 * Reads the catalogue: every {@code .yaml} and {@code .yml} file of a folder. A file with an error
 * is left out, or counts as it stood before; the others load.
 */
public final class CatalogueReader {
  private CatalogueReader() {}

  /**
   * The files of a folder, not of folders in it. Hidden files and other endings are passed over.
   */
  public static CatalogueLoad readFolder(Path folder, CatalogueLoad before) {
    if (!Files.isDirectory(folder)) {
      return unreadable(folder, "There is no such folder. Name the catalogue's folder.", before);
    }
    SortedMap<String, String> texts = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(CatalogueReader::belongs).sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        try {
          texts.put(name, Files.readString(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException wrong) {
          problems.add(whole(name, "The file is not UTF-8. Save it as UTF-8."));
        } catch (IOException wrong) {
          problems.add(whole(name, "The file cannot be read (" + wrong.getMessage() + ")."));
        }
      }
    } catch (IOException wrong) {
      return unreadable(folder, "It cannot be read (" + wrong.getMessage() + ").", before);
    }
    return read(texts, problems, before);
  }

  /** The files by name, without what any of them said earlier. */
  public static CatalogueLoad read(Map<String, String> files) {
    return read(files, List.of(), CatalogueLoad.NOTHING);
  }

  /** The files by name; one with an error counts as it stood in {@code before}. */
  public static CatalogueLoad read(Map<String, String> files, CatalogueLoad before) {
    return read(files, List.of(), before);
  }

  private static CatalogueLoad read(
      Map<String, String> files, List<Problem> unreadable, CatalogueLoad before) {
    List<Problem> problems = new ArrayList<>(unreadable);
    SortedMap<String, CatalogueFile> good = new TreeMap<>();
    unreadable.forEach(it -> keep(it.file(), before, good));
    new TreeMap<>(files)
        .forEach((name, text) -> {
          var slips = new Slips(name);
          Optional<CatalogueFile> file = new FileReader(name, slips).read(text);
          problems.addAll(slips.all());
          file.ifPresentOrElse(it -> good.put(name, it), () -> keep(name, before, good));
        });
    clashes(good, problems);
    Catalogue catalogue = join(good);
    good.forEach((name, file) -> unknownOwners(name, file, catalogue.owners(), problems));
    problems.sort(
        Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column));
    return new CatalogueLoad(catalogue, problems, good);
  }

  private static void keep(String name, CatalogueLoad before, Map<String, CatalogueFile> good) {
    CatalogueFile old = before.good().get(name);
    if (old != null) {
      good.put(name, old);
    }
  }

  /** A guide, source or owner is defined in one file; the first by name counts. */
  private static void clashes(Map<String, CatalogueFile> good, List<Problem> problems) {
    Map<String, String> homes = new LinkedHashMap<>();
    for (String name : List.copyOf(good.keySet())) {
      Map<String, Place> places = good.getOrDefault(name, EMPTY_FILE).places();
      Optional<String> clash =
          places.keySet().stream().filter(homes::containsKey).sorted().findFirst();
      if (clash.isEmpty()) {
        places.keySet().forEach(it -> homes.put(it, name));
        continue;
      }
      Place at = places.getOrDefault(clash.get(), new Place(1, 1));
      String message =
          "The "
              + quoted(clash.get())
              + " is defined in "
              + homes.get(clash.get())
              + " already. Rename one of them or delete this file.";
      problems.add(new Problem(name, at.line(), at.column(), Problem.Severity.ERROR, message));
      good.remove(name);
    }
  }

  private static final CatalogueFile EMPTY_FILE =
      new CatalogueFile(Optional.empty(), List.of(), Map.of(), Map.of(), Map.of());

  /** {@code guide snap} gives {@code guide 'snap'}. */
  private static String quoted(String kindAndId) {
    return kindAndId.replaceFirst(" (.*)$", " '$1'");
  }

  private static Catalogue join(SortedMap<String, CatalogueFile> good) {
    Map<String, Owner> owners = new LinkedHashMap<>();
    good.values().forEach(it -> owners.putAll(it.owners()));
    List<Guide> guides = good.values().stream().flatMap(it -> it.guide().stream()).toList();
    List<Source> sources = good.values().stream().flatMap(it -> it.sources().stream()).toList();
    return new Catalogue(guides, sources, owners);
  }

  private static void unknownOwners(
      String name, CatalogueFile file, Map<String, Owner> owners, List<Problem> problems) {
    file.ownerReferences()
        .forEach((place, id) -> {
          if (!owners.containsKey(id)) {
            String hint = Nearest.hint(id, owners.keySet());
            problems.add(
                new Problem(
                    name,
                    place.line(),
                    place.column(),
                    Problem.Severity.WARNING,
                    "There is no owner '" + id + "', so nobody is told on its behalf." + hint));
          }
        });
  }

  private static boolean belongs(Path file) {
    String name = String.valueOf(file.getFileName());
    return !name.startsWith(".")
        && (name.endsWith(".yaml") || name.endsWith(".yml"))
        && Files.isRegularFile(file);
  }

  /** Nothing is known anew, so all stays as it was. */
  private static CatalogueLoad unreadable(Path folder, String why, CatalogueLoad before) {
    return new CatalogueLoad(
        before.catalogue(), List.of(whole(folder.toString(), why)), before.good());
  }

  private static Problem whole(String file, String message) {
    return new Problem(file, 0, 0, Problem.Severity.ERROR, message);
  }
}
