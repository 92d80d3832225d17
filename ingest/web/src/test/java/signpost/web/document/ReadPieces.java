package signpost.web.document;

import java.util.List;
import java.util.stream.Stream;

/** What a document says, as short strings. */
final class ReadPieces {
  private ReadPieces() {}

  /** Such as {@code HEADING1 Title} and {@code ROW a|b}. */
  static List<String> said(ReadDocument document) {
    return document.pieces().stream()
        .filter(it -> !it.text().isEmpty())
        .map(it ->
            it.kind()
                + (it.level() > 0 ? String.valueOf(it.level()) : "")
                + ' '
                + it.text().replace('\t', '|'))
        .toList();
  }

  /** Such as {@code https://a.example/ words}. */
  static List<String> links(ReadDocument document) {
    return all(document).map(it -> (it.href() + ' ' + it.words()).strip()).toList();
  }

  static Stream<DocumentLink> all(ReadDocument document) {
    return document.pieces().stream().flatMap(it -> it.links().stream());
  }
}
