package signpost.revision.noise;

import java.util.ArrayList;
import java.util.List;
import signpost.revision.compare.ComparablePage;
import signpost.revision.compare.ComparablePage.TextLine;
import signpost.revision.compare.HeadingPath;

/** A line and what it stands under, a heading under those of higher rank. */
record HeadedLine(TextLine line, HeadingPath path) {
  static List<HeadedLine> all(ComparablePage page) {
    List<HeadingPath> paths = page.headingsAbove();
    List<HeadedLine> all = new ArrayList<>();
    for (TextLine line : page.lines()) {
      all.add(new HeadedLine(line, paths.get(all.size())));
    }
    return all;
  }

  boolean passes() {
    return !masked().equals(line);
  }

  /** The line with what passes replaced by a mark. */
  TextLine masked() {
    return line.saying(VolatileText.masked(line.text(), path.over(line).names()));
  }
}
