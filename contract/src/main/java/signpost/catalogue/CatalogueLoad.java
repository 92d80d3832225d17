package signpost.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What reading a folder gave. A file with an error counts as it stood when it last had none. */
public final class CatalogueLoad {
  /** Before anything was read. */
  public static final CatalogueLoad NOTHING =
      new CatalogueLoad(Catalogue.EMPTY, List.of(), Map.of());

  private final Catalogue catalogue;
  private final List<Problem> problems;
  private final Map<String, CatalogueFile> good;

  CatalogueLoad(Catalogue catalogue, List<Problem> problems, Map<String, CatalogueFile> good) {
    this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
    this.problems = List.copyOf(problems);
    this.good = Map.copyOf(good);
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  /** By file, then line. */
  public List<Problem> problems() {
    return problems;
  }

  /** Whether every file could be read: only then does what is missing count as taken away. */
  public boolean complete() {
    return problems.stream().noneMatch(it -> it.severity() == Problem.Severity.ERROR);
  }

  /** The files in force, by name. */
  Map<String, CatalogueFile> good() {
    return good;
  }
}
