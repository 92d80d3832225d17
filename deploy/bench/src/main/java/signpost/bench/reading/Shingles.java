package signpost.bench.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A text as its runs of four words, with counts; a shorter text is one run. */
record Shingles(Map<String, Integer> counts) {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int RUN = 4;

  Shingles {
    counts = Map.copyOf(counts);
  }

  static Shingles of(String text) {
    List<String> words =
        NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(w -> !w.isEmpty()).toList();
    Map<String, Integer> counts = new HashMap<>();
    if (!words.isEmpty() && words.size() < RUN) {
      counts.put(String.join(" ", words), 1);
    }
    for (int i = 0; i + RUN <= words.size(); i++) {
      counts.merge(String.join(" ", words.subList(i, i + RUN)), 1, Integer::sum);
    }
    return new Shingles(counts);
  }

  /** How well this text, as extracted, agrees with the one expected. */
  ShingleScore against(Shingles expected) {
    if (counts.isEmpty() && expected.counts.isEmpty()) {
      return new ShingleScore(1, 1);
    }
    int shared =
        counts.entrySet().stream()
            .mapToInt(
                run -> Math.min(run.getValue(), expected.counts.getOrDefault(run.getKey(), 0)))
            .sum();
    return new ShingleScore(share(shared, size()), share(shared, expected.size()));
  }

  private int size() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static double share(int shared, int all) {
    return all == 0 ? 0 : (double) shared / all;
  }

  /** Of 0 to 1 each. */
  record ShingleScore(double precision, double recall) {
    double f1() {
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
  }
}
