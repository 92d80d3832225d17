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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  /** For each kind. */
  private static final int KIND_TREES = 40;

  private static final List<String> KINDS = List.of("article", "collection", "documentation", "forum", "listing", "product", "service");

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
  private final int[] ofLines;
  private final int[] ofPages;

  private TreeLearner(String[] names, List<Page> pages) {
    this.names = names;
    this.pages = pages;
    this.ofLines = columns(name -> !name.startsWith("KIND_"));
    this.ofPages = columns(name -> name.startsWith("PAGE_") || name.startsWith("KIND_"));
  }

  /** {@code args}: the file that bench lines wrote, the folder to write to. */
  public static void main(String[] args) throws IOException, XGBoostError {
    TreeLearner learner = read(Path.of(args[0]));
    Files.createDirectories(Path.of(args[1]));
    for (int part = 0; part < PARTS; part++) {
      int held = part;
      learner.write(learner.pages.stream().filter(page -> page.part() != held).toList(), args[1], "." + part);
    }
    learner.write(learner.pages, args[1], "");
  }

  private void write(List<Page> from, String folder, String end) throws IOException, XGBoostError {
    Files.writeString(Path.of(folder, "block-trees.txt" + end), blocks(from));
    Files.writeString(Path.of(folder, "kind-trees.txt" + end), kinds(from));
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

  private Booster learn(List<Page> from) throws XGBoostError {
    return XGBoost.train(lines(from), SETTINGS, TREES, Map.of(), null, null);
  }

  /** Pages weigh alike, whatever their length; in a page longer lines weigh more. */
  private DMatrix lines(List<Page> from) throws XGBoostError {
    List<Line> all = from.stream().flatMap(page -> page.lines().stream()).toList();
    float[] weights = new float[all.size()];
    int row = 0;
    for (Page page : from) {
      double whole = page.lines().stream().mapToDouble(line -> Math.sqrt(line.words())).sum();
      for (Line line : page.lines()) {
        weights[row++] = (float) (Math.sqrt(line.words()) / Math.max(1, whole) * 100) + 1e-4f;
      }
    }
    DMatrix matrix = matrix(all, ofLines);
    float[] labels = new float[all.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = all.get(i).label();
    }
    matrix.setLabel(labels);
    matrix.setWeight(weights);
    return matrix;
  }

  /** Rows of these columns. */
  private static DMatrix matrix(List<Line> lines, int[] columns) throws XGBoostError {
    float[] data = new float[lines.size() * columns.length];
    for (int i = 0; i < lines.size(); i++) {
      for (int c = 0; c < columns.length; c++) {
        data[i * columns.length + c] = lines.get(i).features()[columns[c]];
      }
    }
    return new DMatrix(data, lines.size(), columns.length, Float.NaN);
  }

  private int[] columns(Predicate<String> wanted) {
    return IntStream.range(0, names.length).filter(i -> wanted.test(names[i])).toArray();
  }

  private String[] names(int[] columns) {
    return IntStream.of(columns).mapToObj(i -> names[i]).toArray(String[]::new);
  }

  /** Trees for each kind in turn, which are named before the first ones. */
  private String kinds(List<Page> from) throws XGBoostError, IOException {
    List<Page> known = from.stream().filter(page -> KINDS.contains(page.kind())).toList();
    DMatrix matrix =
        matrix(known.stream().map(page -> page.lines().getFirst()).toList(), ofPages);
    float[] labels = new float[known.size()];
    for (int p = 0; p < labels.length; p++) {
      labels[p] = KINDS.indexOf(known.get(p).kind());
    }
    matrix.setLabel(labels);
    Map<String, Object> settings = new TreeMap<>(SETTINGS);
    settings.putAll(Map.of("objective", "multi:softprob", "num_class", KINDS.size(), "max_leaves", 4, "lambda", 2.0));
    Booster learned = XGBoost.train(matrix, settings, KIND_TREES, Map.of(), null, null);
    String[] dump = learned.getModelDump(names(ofPages), false, "json");
    ObjectMapper json = new ObjectMapper();
    List<String> lines = new ArrayList<>();
    lines.add("# Which kind of page it is; PageKinds reads it. Learned from "
        + known.size() + " pages by deploy/bench/trees: do not edit.");
    for (int kind = 0; kind < KINDS.size(); kind++) {
      lines.add("= " + KINDS.get(kind));
      for (int tree = kind; tree < dump.length; tree += KINDS.size()) {
        lines.add(written(json.readTree(dump[tree])));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private String blocks(List<Page> from) throws XGBoostError, IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> lines = new ArrayList<>();
    lines.add("# Whether a line of a page is content; BlockTrees reads it. Learned from "
        + from.size() + " pages by deploy/bench/trees: do not edit.");
    for (String tree : learn(from).getModelDump(names(ofLines), false, "json")) {
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
