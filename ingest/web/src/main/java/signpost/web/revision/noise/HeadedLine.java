package signpost.web.revision.noise;

import java.util.ArrayList;
import java.util.List;
import signpost.web.extract.TextBlock;
import signpost.web.revision.compare.ComparablePage;
import signpost.web.revision.compare.ComparablePage.TextLine;

/** A line and the heading it stands under; a heading stands under none. */
record HeadedLine(TextLine line, String heading) {
  static List<HeadedLine> all(ComparablePage page) {
    List<String> headings = page.headingsAbove();
    List<HeadedLine> all = new ArrayList<>();
    for (TextLine line : page.lines()) {
      boolean isHeading = line.kind() == TextBlock.BlockKind.HEADING;
      all.add(new HeadedLine(line, isHeading ? "" : headings.get(all.size())));
    }
    return all;
  }

  boolean passes() {
    return !masked().equals(line);
  }

  /** The line with what passes replaced by a mark. */
  TextLine masked() {
    return line.saying(VolatileText.masked(line.text(), heading));
  }
}
