package signpost.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What reading a folder gave. A file with an error counts as it stood when it last had none. */
public final class CatalogueLoad {
  /** Before anything was read. */
  public static final CatalogueLoad NOTHING =
      new CatalogueLoad(Catalogue.EMPTY, List.of(), true, Map.of(), Map.of());

  private final Catalogue catalogue;
  private final List<CatalogueProblem> problems;
  private final boolean complete;
  private final Map<String, CatalogueFile> good;
  private final Map<String, ParsedText> parsed;

  CatalogueLoad(
      Catalogue catalogue,
      List<CatalogueProblem> problems,
      boolean complete,
      Map<String, CatalogueFile> good,
      Map<String, ParsedText> parsed) {
    this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
    this.problems = List.copyOf(problems);
    this.complete = complete;
    this.good = Map.copyOf(good);
    this.parsed = Map.copyOf(parsed);
  }

  /** A text and what was made of it. */
  record ParsedText(String text, Optional<CatalogueFile> file, List<CatalogueProblem> problems) {
    ParsedText {
      problems = List.copyOf(problems);
    }
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  /** By file, then line. */
  public List<CatalogueProblem> problems() {
    return problems;
  }

  /**
   * Whether every file could be read, when the folder last could: only then does what is missing
   * count as taken away.
   */
  public boolean complete() {
    return complete;
  }

  /** The files in force, by name. */
  Map<String, CatalogueFile> good() {
    return good;
  }

  /** The files that could be parsed, by name, as they were seen last. */
  Map<String, ParsedText> parsed() {
    return parsed;
  }
}
