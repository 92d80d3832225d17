package signpost.web.extract;

/**
 * One piece of a page's readable text, in reading order; cells of a row are separated by a tab.
 *
 * @param level heading level 1–6, depth of a list item from 1, otherwise 0
 */
public record TextBlock(BlockKind kind, int level, String text) {

  /** What a reader would call the piece. */
  public enum BlockKind {
    HEADING,
    PARAGRAPH,
    ITEM,
    ROW
  }

  public TextBlock {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a block without text");
    }
    if (level < 0) {
      throw new IllegalArgumentException("level " + level);
    }
  }

  static TextBlock paragraph(String text) {
    return new TextBlock(BlockKind.PARAGRAPH, 0, text);
  }

  static TextBlock heading(int level, String text) {
    return new TextBlock(BlockKind.HEADING, level, text);
  }
}
