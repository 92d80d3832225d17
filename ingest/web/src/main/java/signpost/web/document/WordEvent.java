package signpost.web.document;

/** What the walk through a part of a Word file meets, in reading order. */
public sealed interface WordEvent {
  /** A paragraph. One in a text box comes after the one that the box is anchored to. */
  record Words(WordParagraph paragraph) implements WordEvent {}

  /** The row of a table, a cell or a note begins; {@code id} is a note's. */
  record Opens(BoxKind kind, String id) implements WordEvent {}

  /** It ends. */
  record Closes(BoxKind kind) implements WordEvent {}

  /** What paragraphs stand in. */
  enum BoxKind {
    ROW,
    CELL,
    NOTE
  }
}
