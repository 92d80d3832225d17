package signpost.web.extract;

/**
 * A line of a page before it is known whether it is content.
 *
 * @param box the innermost part, itself no mere emphasis or link, in which the line begins
 * @param start the innermost part of all in which it begins
 * @param linkChars characters of it that are link text
 */
record PageBlock(TextBlock text, ElementBox box, ElementBox start, int linkChars) {

  boolean isHeading() {
    return text.kind() == TextBlock.BlockKind.HEADING;
  }

  boolean isTitle() {
    return isHeading() && text.level() == 1;
  }

  /** Share of the line that is link text, 0–1. */
  double linkShare() {
    return Math.min(1, (double) linkChars / text.text().length());
  }
}
