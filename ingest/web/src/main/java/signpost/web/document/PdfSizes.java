package signpost.web.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the sizes of a PDF's letters mean: which is its text, and which lines are headings. */
final class PdfSizes {
  private static final float LARGER = 1.14f;
  private static final float NEAR = 1.06f;
  private static final float MOST_LARGE = 0.4f;
  private static final float MOST_BOLD = 0.3f;
  private static final int LONGEST = 200;
  private static final int LONGEST_BOLD = 110;
  private static final int DEEPEST = 6;

  private final float body;
  private final float leading;
  private final boolean boldMeans;
  private final List<Float> headings = new ArrayList<>();

  PdfSizes(List<PdfTextLine> lines) {
    TreeMap<Float, Integer> chars = new TreeMap<>();
    int all = 0;
    int bold = 0;
    for (PdfTextLine line : lines) {
      int length = line.text().length();
      chars.merge(line.size, length, Integer::sum);
      all += length;
      bold += line.bold ? length : 0;
    }
    this.body =
        chars.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(10f);
    this.boldMeans = bold < MOST_BOLD * all;
    this.leading = leading(lines);
    float last = Float.MAX_VALUE;
    for (Map.Entry<Float, Integer> size : chars.descendingMap().entrySet()) {
      if (size.getKey() >= LARGER * body
          && size.getValue() <= MOST_LARGE * all
          && last / size.getKey() > NEAR) {
        headings.add(size.getKey());
        last = size.getKey();
      }
    }
  }

  /** The usual distance from line to line of the text. */
  private float leading(List<PdfTextLine> lines) {
    Map<Integer, Integer> steps = new HashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      PdfTextLine before = lines.get(i - 1);
      PdfTextLine line = lines.get(i);
      float step = line.baseline - before.baseline;
      if (line.page == before.page
          && line.region == before.region
          && line.size == body
          && !before.isShort()
          && step > 0.8f * body
          && step < 2.5f * body) {
        steps.merge(Math.round(step * 2), 1, Integer::sum);
      }
    }
    return steps.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(step -> step.getKey() / 2f)
        .orElse(1.2f * body);
  }

  /** The largest distance between two lines of one paragraph. */
  float lineStep(float size) {
    return Math.max(1.35f * size, 1.22f * leading * Math.max(1, size / body));
  }

  /**
   * The level of the heading that a passage is, 0 if it is none.
   *
   * @param bold whether all of it is, and it does not fill its lines
   */
  int level(String text, float size, boolean bold) {
    if (text.length() > LONGEST || text.chars().filter(Character::isLetter).count() < 2) {
      return 0;
    }
    for (int i = 0; i < headings.size(); i++) {
      if (size * NEAR >= headings.get(i)) {
        return Math.min(i + 1, DEEPEST);
      }
    }
    boolean stands =
        bold
            && boldMeans
            && size >= 0.95f * body
            && text.length() <= LONGEST_BOLD
            && !text.matches("(?s).*[.,;]");
    return stands ? Math.min(headings.size() + 1, DEEPEST) : 0;
  }
}
