package signpost.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import signpost.catalogue.CatalogueFile.FilePosition;
import signpost.catalogue.CatalogueProblem.Severity;

/** Collects what is wrong in one file. */
final class ProblemCollector {
  private final String file;
  private final List<CatalogueProblem> problems = new ArrayList<>();

  ProblemCollector(String file) {
    this.file = file;
  }

  void error(FilePosition place, String message) {
    add(place, Severity.ERROR, message);
  }

  void error(Node node, String message) {
    error(place(node.getStartMark()), message);
  }

  void warning(FilePosition place, String message) {
    add(place, Severity.WARNING, message);
  }

  void warning(Node node, String message) {
    warning(place(node.getStartMark()), message);
  }

  private void add(FilePosition place, Severity severity, String message) {
    problems.add(new CatalogueProblem(file, place.line(), place.column(), severity, message));
  }

  boolean anyError() {
    return problems.stream().anyMatch(it -> it.severity() == Severity.ERROR);
  }

  List<CatalogueProblem> all() {
    return List.copyOf(problems);
  }

  /** YAML counts from 0, people from 1. */
  static FilePosition place(Mark mark) {
    return new FilePosition(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
