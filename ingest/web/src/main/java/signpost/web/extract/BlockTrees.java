package signpost.web.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How probably a line is content, by trees learned from pages whose content is known. The file has
 * a tree in each line: {@code [FEATURE<threshold yes no]}, where yes and no are trees or weights;
 * the weights of all trees add up to the log-odds.
 */
final class BlockTrees {
  private static final BlockTrees BUILT_IN = parse(resource("block-trees.txt"));

  /** Nodes of all trees: a feature's number, or −1 for a leaf. */
  private int[] feature = new int[1024];

  /** A node's threshold, or a leaf's weight. */
  private float[] value = new float[1024];

  /** Where the tree goes on if the feature is not below the threshold; else at the next node. */
  private int[] no = new int[1024];

  /** A leaf's weight; of another node the mean of the two that follow it. */
  private float[] mean = new float[1024];

  private int size;
  private final List<Integer> roots = new ArrayList<>();

  private BlockTrees() {}

  static BlockTrees builtIn() {
    return BUILT_IN;
  }

  static String resource(String file) {
    try (InputStream in = BlockTrees.class.getResourceAsStream("/signpost/web/" + file)) {
      if (in == null) {
        throw new IllegalStateException("no " + file);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines that begin with # say where the trees come from. */
  static BlockTrees parse(String text) {
    BlockTrees trees = new BlockTrees();
    for (String line : text.split("\n", -1)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        trees.roots.add(trees.size);
        trees.new TreeParser(line).node();
      }
    }
    return trees;
  }

  double probability(FeatureRow row) {
    return 1 / (1 + Math.exp(-odds(row)));
  }

  /** The sum of all weights. */
  double odds(FeatureRow row) {
    double odds = 0;
    for (int root : roots) {
      int at = root;
      while (feature[at] >= 0) {
        at = row.get(feature[at]) < value[at] ? at + 1 : no[at];
      }
      odds += value[at];
    }
    return odds;
  }

  /** What moved the probability most, weightiest first: by how the mean changed at each step. */
  List<PageExplanation.LineReason> reasons(FeatureRow row, int most) {
    double[] moved = new double[BlockFeature.values().length];
    for (int root : roots) {
      int at = root;
      while (feature[at] >= 0) {
        int next = row.get(feature[at]) < value[at] ? at + 1 : no[at];
        moved[feature[at]] += mean[next] - mean[at];
        at = next;
      }
    }
    return Arrays.stream(BlockFeature.values())
        .map(it -> reason(it, row, moved[FeatureRow.number(it)]))
        .filter(it -> it.weight() != 0)
        .sorted(Comparator.comparingDouble(it -> -Math.abs(it.weight())))
        .limit(most)
        .toList();
  }

  private static PageExplanation.LineReason reason(
      BlockFeature feature, FeatureRow row, double weight) {
    return new PageExplanation.LineReason(
        PageExplanation.named(feature), row.get(FeatureRow.number(feature)), weight);
  }

  private int add(int number, float threshold) {
    if (size == feature.length) {
      feature = Arrays.copyOf(feature, size * 2);
      value = Arrays.copyOf(value, size * 2);
      no = Arrays.copyOf(no, size * 2);
      mean = Arrays.copyOf(mean, size * 2);
    }
    feature[size] = number;
    value[size] = threshold;
    mean[size] = threshold;
    return size++;
  }

  /** Reads one line; each tree stands before what follows it, so yes is always the next node. */
  private final class TreeParser {
    private final String line;
    private int at;

    TreeParser(String line) {
      this.line = line.strip();
    }

    int node() {
      if (line.charAt(at) != '[') {
        return add(-1, Float.parseFloat(upTo(" ]")));
      }
      at++;
      String name = upTo("<");
      at++;
      int node =
          add(
              FeatureRow.number(BlockFeature.valueOf(name.toUpperCase(Locale.ROOT))),
              Float.parseFloat(upTo(" ")));
      at++;
      int yes = node();
      at++;
      int next = node(); // which may move the arrays
      no[node] = next;
      at++;
      mean[node] = (mean[yes] + mean[next]) / 2;
      return node;
    }

    private String upTo(String ends) {
      int from = at;
      while (at < line.length() && ends.indexOf(line.charAt(at)) < 0) {
        at++;
      }
      return line.substring(from, at);
    }
  }
}
