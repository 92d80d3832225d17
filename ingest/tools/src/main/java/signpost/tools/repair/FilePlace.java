package signpost.tools.repair;

/** Where something stands, for a person who looks for it. */
public sealed interface FilePlace {
  /** In a text; both count from 1, the column in characters. */
  record InText(int line, int column) implements FilePlace {}

  /**
   * In a Word document.
   *
   * @param part as document, header1 or footnotes
   * @param paragraph counts from 1; 0 if no text of the part leads there
   * @param section the heading above; may be empty
   */
  record InDocument(String part, int paragraph, String section) implements FilePlace {}
}
