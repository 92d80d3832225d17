package signpost.revision.noise;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import signpost.revision.compare.ChangeSigns;
import signpost.revision.meaning.PassageMeaning;

/**
 * One place of a page: what stood there when it was last told, and what stands there now. Either
 * may be empty.
 *
 * @param alike whether the one became the other: they have words in common
 */
record TextReplacement(List<PagePiece> olds, List<PagePiece> youngs, boolean alike) {
  TextReplacement {
    olds = List.copyOf(olds);
    youngs = List.copyOf(youngs);
  }

  static TextReplacement of(List<PagePiece> olds, List<PagePiece> youngs) {
    return new TextReplacement(olds, youngs, false);
  }

  /** Returns the keys under which the present state of the place is remembered. */
  Stream<String> keys() {
    return Stream.concat(youngs.stream().map(PagePiece::come), olds.stream().map(PagePiece::gone));
  }

  TextReplacement without(TextReplacement other) {
    return new TextReplacement(
        olds.stream().filter(old -> !other.olds.contains(old)).toList(),
        youngs.stream().filter(young -> !other.youngs.contains(young)).toList(),
        alike);
  }

  TextReplacement and(TextReplacement other) {
    return TextReplacement.of(
        Stream.concat(olds.stream(), other.olds.stream()).toList(),
        Stream.concat(youngs.stream(), other.youngs.stream()).toList());
  }

  boolean isEmpty() {
    return olds.isEmpty() && youngs.isEmpty();
  }

  boolean ofTextAlone() {
    return Stream.concat(olds.stream(), youngs.stream())
        .allMatch(piece -> piece.kind() == PagePiece.PieceKind.TEXT);
  }

  /** Whether it links to other pages, not merely to the same with other parameters. */
  boolean leadsElsewhere() {
    return !pages(olds).equals(pages(youngs));
  }

  private static List<String> pages(List<PagePiece> pieces) {
    return pieces.stream()
        .filter(piece -> piece.kind() == PagePiece.PieceKind.LINK)
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

  /** Whether the place means something else to readers: it closes, costs more, is for others. */
  boolean ofMeaning() {
    return !PassageMeaning.of("", written(olds), written(youngs)).isEmpty();
  }

  private static String written(List<PagePiece> pieces) {
    return pieces.stream()
        .filter(piece -> piece.words() && !piece.renewed())
        .map(PagePiece::text)
        .collect(Collectors.joining("\n"));
  }

  private static List<String> contacts(List<PagePiece> pieces) {
    return pieces.stream().flatMap(PagePiece::contacts).toList();
  }
}
