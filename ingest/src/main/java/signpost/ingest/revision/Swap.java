package signpost.ingest.revision;

import java.util.List;
import java.util.stream.Stream;

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

  /** What remembers of the place that it is as it is. */
  Stream<String> keys() {
    return Stream.concat(youngs.stream().map(Piece::come), olds.stream().map(Piece::gone));
  }

  boolean isEmpty() {
    return olds.isEmpty() && youngs.isEmpty();
  }

  boolean ofTextAlone() {
    return Stream.concat(olds.stream(), youngs.stream())
        .allMatch(piece -> piece.kind() == Piece.Kind.TEXT);
  }

  /** Whether the contact details of the place are others. */
  boolean ofContacts() {
    return !contacts(olds).equals(contacts(youngs));
  }

  private static List<String> contacts(List<Piece> pieces) {
    return pieces.stream()
        .filter(Piece::words)
        .flatMap(piece -> Signs.contacts(piece.text()).stream())
        .toList();
  }
}
