package signpost.successor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * How much each sign counts: the logarithm of the odds is their weighted sum. Read from a file of
 * {@code name weight} lines; {@code #} begins a remark.
 *
 * @param base what is added whatever the signs say
 */
public record SuccessorWeights(double base, Map<LikenessSign, Double> weights) {
  private static final String FILE = "weights.txt";
  private static final String BASE = "base";

  public SuccessorWeights {
    weights = Map.copyOf(weights);
  }

  /** Those that come with Signpost. */
  public static SuccessorWeights builtIn() {
    try (InputStream in = SuccessorWeights.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("no " + FILE);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SuccessorWeights parse(String text) {
    Map<LikenessSign, Double> weights = new EnumMap<>(LikenessSign.class);
    double base = 0;
    for (String line : text.lines().map(it -> it.replaceFirst("#.*", "").strip()).toList()) {
      String[] parts = line.split("\\s+", -1);
      if (parts[0].equals(BASE)) {
        base = Double.parseDouble(parts[1]);
      } else if (!line.isEmpty()) {
        weights.put(
            LikenessSign.valueOf(parts[0].toUpperCase(Locale.ROOT)), Double.valueOf(parts[1]));
      }
    }
    return new SuccessorWeights(base, weights);
  }

  /** How probable it is that a page of such likeness is the successor. */
  public double probability(Likeness likeness) {
    double odds = base;
    for (Map.Entry<LikenessSign, Double> weight : weights.entrySet()) {
      odds += weight.getValue() * likeness.of(weight.getKey());
    }
    return 1 / (1 + Math.exp(-odds));
  }
}
