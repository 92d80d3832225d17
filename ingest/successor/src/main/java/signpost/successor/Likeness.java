package signpost.successor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What was measured of one candidate; a sign that is not there is 0. */
public record Likeness(Map<LikenessSign, Double> signs) {
  public Likeness {
    signs = Map.copyOf(signs);
  }

  public double of(LikenessSign sign) {
    return signs.getOrDefault(sign, 0.0);
  }

  private Likeness with(LikenessSign sign, double value) {
    Map<LikenessSign, Double> more = new EnumMap<>(LikenessSign.class);
    more.putAll(signs);
    more.put(sign, value);
    return new Likeness(more);
  }

  /** How alike the names are: the best of title, slug and heading. */
  private double name() {
    return Math.max(
        (of(LikenessSign.TITLE) + of(LikenessSign.SLUG)) / 2, of(LikenessSign.TITLE_IN_HEADING));
  }

  /** The same, each measured against the best of the others. */
  public static List<Likeness> apart(List<Likeness> all) {
    return IntStream.range(0, all.size())
        .mapToObj(i ->
            all.get(i)
                .with(LikenessSign.KEPT_ALONE, lead(all, i, it -> root(it, LikenessSign.KEPT)))
                .with(LikenessSign.PAIRS_ALONE, lead(all, i, it -> root(it, LikenessSign.PAIRS)))
                .with(LikenessSign.WORDS_ALONE, lead(all, i, it -> it.of(LikenessSign.WORDS)))
                .with(LikenessSign.NAME_ALONE, lead(all, i, Likeness::name)))
        .toList();
  }

  /** A few words that stayed tell more than as many more of them. */
  private static double root(Likeness likeness, LikenessSign sign) {
    return Math.sqrt(likeness.of(sign));
  }

  private static double lead(List<Likeness> all, int own, ToDoubleFunction<Likeness> measure) {
    double next =
        IntStream.range(0, all.size())
            .filter(i -> i != own)
            .mapToDouble(i -> measure.applyAsDouble(all.get(i)))
            .max()
            .orElse(0);
    return measure.applyAsDouble(all.get(own)) - next;
  }
}
