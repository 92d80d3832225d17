package signpost.bench.rank;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import signpost.bench.Figures;
import signpost.search.embed.EmbeddingModel;
import signpost.search.rank.DocumentRanker;
import signpost.search.rank.ParsedQuery;
import signpost.search.rank.QueryInterpreter;
import signpost.search.rank.RankMode;

/**
 * How near questions stand to pages that have nothing to do with them, and how many are shown one
 * for its meaning alone: what a page must at least reach to count is set by this.
 */
final class StrangeQuestions {
  private final RankIndex index;
  private final EmbeddingModel model;
  private final QueryInterpreter interpreter = new QueryInterpreter();

  StrangeQuestions(RankIndex index, EmbeddingModel model) {
    this.index = index;
    this.model = model;
  }

  /**
   * One question: the cosine of the page that is nearest to it, whether the product would ask by
   * its meaning at all, and how many pages it would show although they lack the words.
   */
  record AskedStranger(double nearest, boolean hasMeaning, int shown) {}

  /** A line of the table: {@code sorted} has the cosines of those that are asked by meaning. */
  record NearLine(String name, int asked, List<Double> sorted, int showing, double shown) {
    static NearLine of(String name, List<AskedStranger> all) {
      List<AskedStranger> meant = all.stream().filter(AskedStranger::hasMeaning).toList();
      return new NearLine(
          name,
          all.size(),
          meant.stream().map(AskedStranger::nearest).sorted().toList(),
          (int) meant.stream().filter(it -> it.shown() > 0).count(),
          meant.stream().mapToInt(AskedStranger::shown).average().orElse(0));
    }

    @Override
    public String toString() {
      return String.format(
          Locale.UK,
          "%-26s %5d %5d   %5.3f · %5.3f · %5.3f · %5.3f   %4d (%.1f pages each)",
          name,
          asked,
          sorted.size(),
          percentile(50),
          percentile(95),
          percentile(99),
          percentile(100),
          showing,
          shown);
    }

    private double percentile(int percent) {
      return Figures.percentile(sorted, percent).orElse(Double.NaN);
    }
  }

  NearLine ask(String name, Collection<String> questions) throws IOException {
    List<AskedStranger> all = new ArrayList<>();
    for (String question : questions) {
      all.add(ask(question));
    }
    return NearLine.of(name, all);
  }

  private AskedStranger ask(String text) throws IOException {
    return index.read(searcher -> {
      ParsedQuery asked = interpreter.read(searcher, text);
      float[] vector = model.question(asked.typed().text());
      int shown =
          new DocumentRanker(searcher, Optional.empty(), Instant.EPOCH)
              .byBoth(asked, asked.strict(), () -> Optional.of(vector), RankMode.HYBRID, 0)
              .extra()
              .size();
      return new AskedStranger(index.nearest(vector), asked.hasMeaning(), shown);
    });
  }

  /** The cosines of what is judged to answer, in order: what a threshold must not cost. */
  List<Double> judged(Map<String, String> asked, Map<String, Map<String, Integer>> judgements) {
    List<Double> cosines = new ArrayList<>();
    asked.forEach((id, text) -> {
      float[] vector = model.question(text);
      judgements
          .getOrDefault(id, Map.of())
          .forEach((document, grade) -> {
            if (grade > 0) {
              index.vector(document).ifPresent(it -> cosines.add(RankIndex.cosine(vector, it)));
            }
          });
    });
    return cosines.stream().sorted().toList();
  }
}
