package signpost.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import signpost.catalogue.CatalogueFile.FilePosition;
import signpost.catalogue.CatalogueLoad.ParsedText;
import signpost.catalogue.CatalogueProblem.Severity;
import signpost.url.CanonicalUrl;

/** A folder being read: file by file, each as it is now or, where it cannot be, as it was. */
final class LoadDraft {
  private final CatalogueLoad before;
  private final List<CatalogueProblem> problems = new ArrayList<>();
  private final Map<String, ParsedText> parsed = new HashMap<>();
  private final SortedMap<String, CatalogueFile> good = new TreeMap<>();
  private boolean whole = true;

  LoadDraft(CatalogueLoad before) {
    this.before = before;
  }

  /** A file's text; one that is the same as before is not parsed again. */
  void text(String name, String text) {
    ParsedText known = before.parsed().get(name);
    ParsedText now = known != null && known.text().equals(text) ? known : parse(name, text);
    parsed.put(name, now);
    problems.addAll(now.problems());
    now.file().ifPresentOrElse(it -> good.put(name, it), () -> keep(name));
  }

  private static ParsedText parse(String name, String text) {
    var slips = new ProblemCollector(name);
    Optional<CatalogueFile> file = new FileReader(name, slips).read(text);
    return new ParsedText(text, file, slips.all());
  }

  /** A file that is none, or cannot be read; what it said before counts. */
  void unreadable(String name, List<CatalogueProblem> why) {
    problems.addAll(why);
    keep(name);
  }

  /** Something beside the files that is worth a word. */
  void remark(CatalogueProblem remark) {
    problems.add(remark);
  }

  /** What it said before counts; whether it is gone is seen at the next look. */
  void keep(String name) {
    whole = false;
    CatalogueFile old = before.good().get(name);
    if (old != null) {
      good.put(name, old);
    }
  }

  CatalogueLoad finished() {
    clashes();
    Catalogue catalogue = joined();
    good.forEach((name, file) -> unknownOwners(name, file, catalogue.owners()));
    good.forEach((name, file) -> unknownPins(name, file, catalogue));
    problems.sort(
        Comparator.comparing(CatalogueProblem::file)
            .thenComparingInt(CatalogueProblem::line)
            .thenComparingInt(CatalogueProblem::column));
    boolean complete = whole && problems.stream().noneMatch(it -> it.severity() == Severity.ERROR);
    return new CatalogueLoad(catalogue, problems, complete, good, parsed);
  }

  /**
   * A guide, source or owner is defined in one file: in the one that had it before, else in the
   * first by name.
   */
  private void clashes() {
    Map<String, String> homes = new LinkedHashMap<>();
    List<String> names =
        good.keySet().stream()
            .sorted(
                Comparator.comparing((String name) -> !before.good().containsKey(name))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    for (String name : names) {
      Optional<Map.Entry<String, FilePosition>> clash = clash(file(name), homes);
      clash.ifPresent(it -> clashes(name, it, homes));
      file(name).places().keySet().forEach(it -> homes.putIfAbsent(it, name));
    }
  }

  private CatalogueFile file(String name) {
    return Objects.requireNonNullElse(good.get(name), CatalogueFile.EMPTY);
  }

  private static Optional<Map.Entry<String, FilePosition>> clash(
      CatalogueFile file, Map<String, String> homes) {
    return file.places().entrySet().stream()
        .filter(it -> homes.containsKey(it.getKey()))
        .min(Map.Entry.comparingByKey());
  }

  private void clashes(
      String name, Map.Entry<String, FilePosition> clash, Map<String, String> homes) {
    String message =
        "The "
            + quoted(clash.getKey())
            + " is defined in "
            + homes.get(clash.getKey())
            + " already. Rename one of them or delete this file.";
    FilePosition at = clash.getValue();
    problems.add(new CatalogueProblem(name, at.line(), at.column(), Severity.ERROR, message));
    Optional.ofNullable(before.good().get(name))
        .filter(it -> clash(it, homes).isEmpty())
        .ifPresentOrElse(it -> good.put(name, it), () -> good.remove(name));
  }

  /** {@code guide snap} gives {@code guide 'snap'}. */
  private static String quoted(String kindAndId) {
    return kindAndId.replaceFirst(" (.*)$", " '$1'");
  }

  private Catalogue joined() {
    Map<String, Owner> owners = new LinkedHashMap<>();
    good.values().forEach(it -> owners.putAll(it.owners()));
    List<Guide> guides = good.values().stream().flatMap(it -> it.guide().stream()).toList();
    List<Source> sources = good.values().stream().flatMap(it -> it.sources().stream()).toList();
    return new Catalogue(guides, sources, owners);
  }

  private void unknownOwners(String name, CatalogueFile file, Map<String, Owner> owners) {
    file.ownerReferences()
        .forEach((place, id) -> {
          if (!owners.containsKey(id)) {
            String hint = NearestWord.hint(id, new TreeSet<>(owners.keySet()));
            warn(
                name,
                place,
                "There is no owner '"
                    + id
                    + "', so nobody is told on its behalf."
                    + hint
                    + " Define it under 'owners', in any file.");
          }
        });
  }

  /** What a live page lists is not known here. */
  private void unknownPins(String name, CatalogueFile file, Catalogue catalogue) {
    if (file.pinned().isEmpty() || catalogue.guides().stream().anyMatch(Guide::followsLivePage)) {
      return;
    }
    Set<CanonicalUrl> resources = catalogue.resources().keySet();
    file.pinned()
        .forEach((place, url) -> {
          if (!resources.contains(CanonicalUrl.of(url))
              && catalogue.sources().stream().noneMatch(it -> it.covers(url))) {
            warn(
                name,
                place,
                "No guide and no source has "
                    + url.href()
                    + ", so it cannot be found. List it as a resource, or correct it.");
          }
        });
  }

  private void warn(String name, FilePosition at, String message) {
    problems.add(new CatalogueProblem(name, at.line(), at.column(), Severity.WARNING, message));
  }
}
