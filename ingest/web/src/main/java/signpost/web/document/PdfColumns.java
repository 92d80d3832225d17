package signpost.web.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the parts of a page into reading order: columns one after the other, between what runs
 * across them. Rows of tables stay whole: they stand side by side on common lines and do not fill
 * them.
 */
final class PdfColumns {
  private static final int LEAST_LINES = 4;
  private static final int DEEPEST = 4;
  private static final int STEP = 2;
  private static final int MOST_STEPS = 600;
  private static final int CROSSED = 3;

  private PdfColumns() {}

  /** Regions in reading order, each of one column. */
  static List<List<PdfFragment>> order(List<PdfFragment> fragments) {
    List<List<PdfFragment>> regions = new ArrayList<>();
    order(fragments, 0, regions);
    return regions;
  }

  private static void order(
      List<PdfFragment> fragments, int depth, List<List<PdfFragment>> regions) {
    float gutter = depth < DEEPEST && fragments.size() >= 2 * LEAST_LINES ? gutter(fragments) : 0;
    if (gutter <= 0) {
      add(fragments, regions);
      return;
    }
    List<PdfFragment> across = new ArrayList<>();
    for (List<PdfFragment> band : bands(fragments, gutter)) {
      List<PdfFragment> left = band.stream().filter(it -> it.right <= gutter + STEP).toList();
      List<PdfFragment> right = band.stream().filter(it -> it.left >= gutter - STEP).toList();
      if (left.size() + right.size() == band.size() && isColumns(left, right)) {
        add(across, regions);
        across = new ArrayList<>();
        order(left, depth + 1, regions);
        order(right, depth + 1, regions);
      } else {
        across.addAll(band);
      }
    }
    add(across, regions);
  }

  private static void add(List<PdfFragment> fragments, List<List<PdfFragment>> regions) {
    if (!fragments.isEmpty()) {
      regions.add(fragments);
    }
  }

  /** Where hardly anything crosses and much stands on both sides; 0 if nowhere. */
  private static float gutter(List<PdfFragment> fragments) {
    float from = Float.MAX_VALUE;
    float to = 0;
    for (PdfFragment it : fragments) {
      from = Math.min(from, it.left);
      to = Math.max(to, it.right);
    }
    float width = to - from;
    int steps = Math.min(MOST_STEPS, (int) (0.76f * width / STEP));
    float best = 0;
    float first = 0;
    float last = 0;
    for (int i = 0; i <= steps; i++) {
      float x = from + width * (0.12f + 0.76f * i / Math.max(1, steps));
      float score = score(fragments, x);
      if (score > best) {
        best = score;
        first = x;
      }
      last = score > 0 && score == best ? x : last;
    }
    return best <= 0 ? 0 : last - first < 0.25f * width ? (first + last) / 2 : first;
  }

  private static float score(List<PdfFragment> fragments, float x) {
    int left = 0;
    int right = 0;
    int crossed = 0;
    for (PdfFragment it : fragments) {
      if (it.right <= x + STEP) {
        left++;
      } else if (it.left >= x - STEP) {
        right++;
      } else {
        crossed++;
      }
    }
    int least = Math.min(left, right);
    return least < LEAST_LINES || crossed > CROSSED * least ? 0 : least - 0.6f * crossed;
  }

  /** From top to bottom: what stands beside the gutter, and the lines that cross it. */
  private static List<List<PdfFragment>> bands(List<PdfFragment> fragments, float gutter) {
    List<PdfFragment> sorted = new ArrayList<>(fragments);
    sorted.sort(Comparator.comparingDouble(it -> it.baseline));
    float[] lines =
        toArray(
            sorted.stream()
                .filter(it -> it.right > gutter + STEP && it.left < gutter - STEP)
                .toList());
    List<List<PdfFragment>> bands = new ArrayList<>();
    int last = Integer.MIN_VALUE;
    for (PdfFragment it : sorted) {
      int place = place(lines, it);
      if (place != last) {
        bands.add(new ArrayList<>());
        last = place;
      }
      bands.getLast().add(it);
    }
    return bands;
  }

  private static float[] toArray(List<PdfFragment> crossing) {
    float[] lines = new float[crossing.size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = crossing.get(i).baseline;
    }
    return lines;
  }

  /** Odd on a line that crosses, even between; grows from top to bottom. */
  private static int place(float[] lines, PdfFragment fragment) {
    int at = Arrays.binarySearch(lines, fragment.baseline - 0.4f * fragment.size);
    int next = at < 0 ? -at - 1 : at;
    boolean on =
        next < lines.length && Math.abs(lines[next] - fragment.baseline) <= 0.4f * fragment.size;
    return 2 * next + (on ? 1 : 0);
  }

  private static boolean isColumns(List<PdfFragment> left, List<PdfFragment> right) {
    float[] one = baselines(left);
    float[] other = baselines(right);
    if (one.length < LEAST_LINES || other.length < LEAST_LINES) {
      return false;
    }
    return (isProse(left, one.length) && isProse(right, other.length))
        || common(one, other) < 0.4f * Math.min(one.length, other.length);
  }

  private static float[] baselines(List<PdfFragment> side) {
    float[] all = new float[side.size()];
    int count = 0;
    float last = Float.NEGATIVE_INFINITY;
    for (PdfFragment it : side) {
      if (it.baseline - last > 0.4f * it.size) {
        all[count++] = it.baseline;
        last = it.baseline;
      }
    }
    return Arrays.copyOf(all, count);
  }

  private static boolean isProse(List<PdfFragment> side, int lines) {
    float from = Float.MAX_VALUE;
    float to = 0;
    float filled = 0;
    int letters = 0;
    for (PdfFragment it : side) {
      from = Math.min(from, it.left);
      to = Math.max(to, it.right);
      filled += it.right - it.left;
      letters += it.glyphs.size();
    }
    return filled > 0.55f * lines * (to - from) && letters > 16 * lines;
  }

  private static int common(float[] one, float[] other) {
    int common = 0;
    int i = 0;
    int k = 0;
    while (i < one.length && k < other.length) {
      if (Math.abs(one[i] - other[k]) < 1.5f) {
        common++;
        i++;
        k++;
      } else if (one[i] < other[k]) {
        i++;
      } else {
        k++;
      }
    }
    return common;
  }
}
