package signpost.bench.rank;

import java.util.List;
import java.util.Map;

/** How good an order is by its judgements, as trec_eval and BEIR work it out. */
final class RankingQuality {
  private RankingQuality() {}

  /** nDCG at a rank, with the grades themselves as gains. */
  static double ndcg(List<String> order, Map<String, Integer> grades, int rank) {
    double ideal =
        dcg(grades.values().stream().filter(it -> it > 0).sorted((a, b) -> b - a).toList(), rank);
    double real =
        dcg(order.stream().map(id -> Math.max(0, grades.getOrDefault(id, 0))).toList(), rank);
    return ideal == 0 ? 0 : real / ideal;
  }

  /** The share of the relevant among the first so many. */
  static double recall(List<String> order, Map<String, Integer> grades, int rank) {
    long relevant = grades.values().stream().filter(it -> it > 0).count();
    long found =
        order.stream().limit(rank).distinct().filter(id -> grades.getOrDefault(id, 0) > 0).count();
    return relevant == 0 ? 0 : (double) found / relevant;
  }

  private static double dcg(List<Integer> gains, int rank) {
    double sum = 0;
    for (int i = 0; i < Math.min(rank, gains.size()); i++) {
      sum += gains.get(i) * Math.log(2) / Math.log(i + 2.0);
    }
    return sum;
  }
}
