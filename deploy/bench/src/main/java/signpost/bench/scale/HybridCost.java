package signpost.bench.scale;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import signpost.bench.FigureTable;

/**
 * What a search by words and meaning costs over HTTP, by what is known of the question: nothing;
 * its vector, but no answer, because the index has changed since; its answer.
 */
final class HybridCost {
  /** So few that all of their answers are remembered. */
  private static final int ASKED_BEFORE = 200;

  private final LoadClient asker;
  private final VisibilityDelay index;
  private final MadePages pages;
  private final Set<String> asked = new LinkedHashSet<>();

  HybridCost(LoadClient asker, VisibilityDelay index, MadePages pages) {
    this.asker = asker;
    this.index = index;
    this.pages = pages;
  }

  /** Other questions warm up, so that those measured are new to the server, and then known. */
  void measure(FigureTable table, int queries, long seed) throws IOException, InterruptedException {
    asker.inTurn(LoadClient.paths(unasked(queries, seed + 1), ""));
    measure(table, "results alone", ScaleRun.RESULTS_ONLY, unasked(queries, seed));
    measure(table, "facets and highlights", "", unasked(queries, seed + 2));
  }

  private void measure(FigureTable table, String what, String details, List<String> questions)
      throws IOException, InterruptedException {
    List<String> paths = LoadClient.paths(questions, details);
    row(table, "hybrid, new, " + what, asker.inTurn(paths), 10);
    index.change();
    QueryCost vectorKnown = asker.inTurn(paths);
    table.row("the same, the index changed since", vectorKnown.toString());
    List<String> few = paths.subList(0, Math.min(ASKED_BEFORE, paths.size()));
    asker.inTurn(few);
    row(table, "the same, nothing changed since", asker.inTurn(few), 2);
  }

  /** Those that nobody has asked yet, each once. */
  private List<String> unasked(int queries, long seed) {
    List<String> unasked = new ArrayList<>();
    for (String question : MadeQueries.of(pages, queries, seed)) {
      if (asked.add(question)) {
        unasked.add(question);
      }
    }
    return unasked;
  }

  private static void row(FigureTable table, String what, QueryCost cost, int most) {
    double millis = cost.times().percentile(50).toNanos() / 1e6;
    table.row(what, cost.toString(), "p50 ≤ " + most + " ms", millis <= most);
  }
}
