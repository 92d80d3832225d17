package signpost.bench.rank;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Results in the form TREC's tools read: {@code query Q0 document rank score name}. */
final class TrecRun {
  private TrecRun() {}

  static void write(Path file, Map<String, Map<String, Double>> orders, String name)
      throws IOException {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      orders.forEach((query, order) -> {
        int rank = 0;
        for (Map.Entry<String, Double> hit : order.entrySet()) {
          out.printf(
              Locale.ROOT,
              "%s Q0 %s %d %.1f %s%n",
              query,
              hit.getKey(),
              ++rank,
              hit.getValue(),
              name.toLowerCase(Locale.ROOT));
        }
      });
    }
  }
}
