package signpost.web.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds running heads and feet: at the top or the bottom of most pages the same words, whatever
 * their numbers, and page numbers by themselves.
 */
final class PdfMargins {
  private static final int ROWS = 4;
  private static final float ZONE = 0.14f;
  private static final int LEAST_PAGES = 3;
  private static final float SHARE = 0.4f;
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)(?:page|p\\.|seite|tudalen|página|-|–|—|\\|)?\\s*(?:\\d{1,4}|[ivxlc]{1,7})"
              + "\\s*(?:(?:of|von|de|o|/)\\s*\\d{1,4})?\\s*(?:-|–|—|\\|)?");

  private PdfMargins() {}

  /**
   * Marks the lines of a document that stand around its text.
   *
   * @param heights of its pages in points
   */
  static void mark(List<PdfTextLine> lines, List<Float> heights) {
    Map<Integer, List<PdfTextLine>> byPage = new HashMap<>();
    for (PdfTextLine line : lines) {
      float height = heights.get(line.page);
      if (line.baseline < ZONE * height || line.baseline > (1 - ZONE) * height) {
        byPage.computeIfAbsent(line.page, _ -> new ArrayList<>()).add(line);
      }
    }
    Map<String, Integer> pages = new HashMap<>();
    for (List<PdfTextLine> around : byPage.values()) {
      var keys = new HashSet<String>();
      outer(around).forEach(line -> keys.add(key(line, heights)));
      keys.forEach(key -> pages.merge(key, 1, Integer::sum));
    }
    float most = Math.max(LEAST_PAGES, SHARE * heights.size());
    for (List<PdfTextLine> around : byPage.values()) {
      for (PdfTextLine line : outer(around)) {
        line.margin =
            NUMBER.matcher(line.text()).matches()
                || pages.getOrDefault(key(line, heights), 0) >= most;
      }
    }
  }

  /** The first and the last lines of a page. */
  private static List<PdfTextLine> outer(List<PdfTextLine> around) {
    List<PdfTextLine> sorted = new ArrayList<>(around);
    sorted.sort(Comparator.comparingDouble(it -> it.baseline));
    if (sorted.size() <= 2 * ROWS) {
      return sorted;
    }
    List<PdfTextLine> outer = new ArrayList<>(sorted.subList(0, ROWS));
    outer.addAll(sorted.subList(sorted.size() - ROWS, sorted.size()));
    return outer;
  }

  private static String key(PdfTextLine line, List<Float> heights) {
    boolean top = line.baseline < heights.get(line.page) / 2;
    return (top ? "t " : "b ")
        + line.text().toLowerCase(Locale.ROOT).replaceAll("\\d+", "#").replaceAll("\\s+", "");
  }
}
