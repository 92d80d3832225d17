package signpost.web.extract;

/**
 * One piece of a page's readable text, in reading order; cells of a row are separated by a tab.
 *
 * @param level heading level 1–6, depth of a list item from 1, otherwise 0
 */
public record Block(Kind kind, int level, String text) {

  /** What a reader would call the piece. */
  public enum Kind {
    HEADING,
    PARAGRAPH,
    ITEM,
    ROW
  }

  public Block {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a block without text");
    }
    if (level < 0) {
      throw new IllegalArgumentException("level " + level);
    }
  }

  static Block paragraph(String text) {
    return new Block(Kind.PARAGRAPH, 0, text);
  }

  static Block heading(int level, String text) {
    return new Block(Kind.HEADING, level, text);
  }
}
