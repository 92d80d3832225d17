package signpost.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import signpost.catalogue.CatalogueFile.Place;
import signpost.catalogue.Problem.Severity;

/** Collects what is wrong in one file. */
final class Slips {
  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  Slips(String file) {
    this.file = file;
  }

  void error(Place place, String message) {
    add(place, Severity.ERROR, message);
  }

  void error(Node node, String message) {
    error(place(node.getStartMark()), message);
  }

  void warning(Place place, String message) {
    add(place, Severity.WARNING, message);
  }

  void warning(Node node, String message) {
    warning(place(node.getStartMark()), message);
  }

  private void add(Place place, Severity severity, String message) {
    problems.add(new Problem(file, place.line(), place.column(), severity, message));
  }

  boolean anyError() {
    return problems.stream().anyMatch(it -> it.severity() == Severity.ERROR);
  }

  List<Problem> all() {
    return List.copyOf(problems);
  }

  /** YAML counts from 0, people from 1. */
  static Place place(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
