package signpost.web.revision.noise;

import java.util.List;
import java.util.stream.Stream;
import signpost.web.revision.compare.ChangeSigns;

/**
 * One place of a page: what stood there when it was last told, and what stands there now. Either
 * may be empty.
 *
 * @param alike whether the one became the other: they have words in common
 */
record Swap(List<Piece> olds, List<Piece> youngs, boolean alike) {
  Swap {
    olds = List.copyOf(olds);
    youngs = List.copyOf(youngs);
  }

  static Swap of(List<Piece> olds, List<Piece> youngs) {
    return new Swap(olds, youngs, false);
  }

  /** Returns the keys under which the present state of the place is remembered. */
  Stream<String> keys() {
    return Stream.concat(youngs.stream().map(Piece::come), olds.stream().map(Piece::gone));
  }

  Swap without(Swap other) {
    return new Swap(
        olds.stream().filter(old -> !other.olds.contains(old)).toList(),
        youngs.stream().filter(young -> !other.youngs.contains(young)).toList(),
        alike);
  }

  Swap and(Swap other) {
    return Swap.of(
        Stream.concat(olds.stream(), other.olds.stream()).toList(),
        Stream.concat(youngs.stream(), other.youngs.stream()).toList());
  }

  boolean isEmpty() {
    return olds.isEmpty() && youngs.isEmpty();
  }

  boolean ofTextAlone() {
    return Stream.concat(olds.stream(), youngs.stream())
        .allMatch(piece -> piece.kind() == Piece.Kind.TEXT);
  }

  /** Whether it links to other pages, not merely to the same with other parameters. */
  boolean leadsElsewhere() {
    return !pages(olds).equals(pages(youngs));
  }

  private static List<String> pages(List<Piece> pieces) {
    return pieces.stream()
        .filter(piece -> piece.kind() == Piece.Kind.LINK)
        .map(piece -> piece.text().replaceFirst("[?;].*", ""))
        .toList();
  }

  /** Whether the contact details of the place are others. */
  boolean ofContacts() {
    boolean words = olds.size() == 1 && youngs.size() == 1 && olds.getFirst().words();
    return words
        ? !ChangeSigns.sameContacts(olds.getFirst().text(), youngs.getFirst().text())
        : !contacts(olds).equals(contacts(youngs));
  }

  private static List<String> contacts(List<Piece> pieces) {
    return pieces.stream().flatMap(Piece::contacts).toList();
  }
}
