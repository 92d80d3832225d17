package signpost.bench.trees;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Learns the trees by which extract tells content from the rest: on four fifths of the sites at a
 * time, so that {@code bench lines --trees} can judge them by the others, then on all.
 */
public final class TreeLearner {
  private static final int PARTS = 5;
  private static final int TREES = 100;

  /** Alphabetical, so that the same lines give the same trees. */
  private static final Map<String, Object> SETTINGS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("base_score", 0.5),
              Map.entry("colsample_bytree", 0.5),
              Map.entry("eta", 0.2),
              Map.entry("grow_policy", "lossguide"),
              Map.entry("lambda", 5.0),
              Map.entry("max_bin", 64),
              Map.entry("max_depth", 0),
              Map.entry("max_leaves", 8),
              Map.entry("min_child_weight", 5),
              Map.entry("nthread", 2),
              Map.entry("objective", "binary:logistic"),
              Map.entry("seed", 1),
              Map.entry("subsample", 0.8),
              Map.entry("tree_method", "hist"),
              Map.entry("verbosity", 0)));

  /** One line: how much of it is content, how many words it has, and its features. */
  private record Line(float label, int words, float[] features) {}

  private record Page(String kind, int part, int contentWords, List<Line> lines) {}

  private final String[] names;
  private final List<Page> pages;

  private TreeLearner(String[] names, List<Page> pages) {
    this.names = names;
    this.pages = pages;
  }

  /** {@code args}: the file that bench lines wrote, the file to write all, and FILE.0 … beside. */
  public static void main(String[] args) throws IOException, XGBoostError {
    TreeLearner learner = read(Path.of(args[0]));
    Files.createDirectories(Path.of(args[1]).toAbsolutePath().getParent());
    for (int part = 0; part < PARTS; part++) {
      int held = part;
      List<Page> others = learner.pages.stream().filter(page -> page.part() != held).toList();
      Files.writeString(Path.of(args[1] + "." + part), learner.written(others));
    }
    Files.writeString(Path.of(args[1]), learner.written(learner.pages));
  }

  private static TreeLearner read(Path file) throws IOException {
    Map<String, Page> pages = new LinkedHashMap<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      String[] names = in.readLine().split("\t", -1);
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        String[] cells = text.split("\t", -1);
        float[] features = new float[cells.length - 7];
        for (int i = 0; i < features.length; i++) {
          features[i] = Float.parseFloat(cells[i + 7]);
        }
        pages
            .computeIfAbsent(
                cells[1] + cells[0],
                _ -> new Page(cells[1], Integer.parseInt(cells[2]), Integer.parseInt(cells[3]), new ArrayList<>()))
            .lines()
            .add(
                new Line(
                    Float.parseFloat(cells[4]), Integer.parseInt(cells[5]), features));
      }
      return new TreeLearner(
          Arrays.copyOfRange(names, 7, names.length), List.copyOf(pages.values()));
    }
  }

  private static Booster learn(List<Page> pages) throws XGBoostError {
    return XGBoost.train(matrix(pages), SETTINGS, TREES, Map.of(), null, null);
  }

  /** Pages weigh alike, whatever their length; in a page longer lines weigh more. */
  private static DMatrix matrix(List<Page> pages) throws XGBoostError {
    int rows = pages.stream().mapToInt(page -> page.lines().size()).sum();
    int columns = pages.getFirst().lines().getFirst().features().length;
    float[] data = new float[rows * columns];
    float[] labels = new float[rows];
    float[] weights = new float[rows];
    int row = 0;
    for (Page page : pages) {
      double whole = page.lines().stream().mapToDouble(line -> Math.sqrt(line.words())).sum();
      for (Line line : page.lines()) {
        System.arraycopy(line.features(), 0, data, row * columns, columns);
        labels[row] = line.label();
        weights[row++] = (float) (Math.sqrt(line.words()) / Math.max(1, whole) * 100) + 1e-4f;
      }
    }
    DMatrix matrix = new DMatrix(data, rows, columns, Float.NaN);
    matrix.setLabel(labels);
    matrix.setWeight(weights);
    return matrix;
  }

  private String written(List<Page> from) throws XGBoostError, IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> lines = new ArrayList<>();
    lines.add("# Whether a line of a page is content; BlockTrees reads it. Learned from "
        + from.size() + " pages by deploy/bench/trees: do not edit.");
    for (String tree : learn(from).getModelDump(names, false, "json")) {
      lines.add(written(json.readTree(tree)));
    }
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private static String written(JsonNode node) {
    if (node.has("leaf")) {
      return String.format(Locale.ROOT, "%.4f", node.get("leaf").asDouble());
    }
    boolean yesFirst = node.get("children").get(0).get("nodeid").equals(node.get("yes"));
    return "["
        + node.get("split").asText().toLowerCase(Locale.ROOT)
        + "<"
        + (float) node.get("split_condition").asDouble()
        + " "
        + written(node.get("children").get(yesFirst ? 0 : 1))
        + " "
        + written(node.get("children").get(yesFirst ? 1 : 0))
        + "]";
  }
}
