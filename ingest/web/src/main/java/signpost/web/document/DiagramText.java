package signpost.web.document;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The words of a diagram, which an Office file keeps in a part of its own. */
final class DiagramText {
  private DiagramText() {}

  static List<DocumentPiece> read(ZippedParts parts, OfficeParts office, String part)
      throws IOException {
    return parts.has(part) && is(part) ? SlidePart.read(parts, office, part) : List.of();
  }

  /** Whether a part is one, by where all programs put it. */
  static boolean is(String part) {
    return part.toLowerCase(Locale.ROOT).contains("diagrams/");
  }
}
