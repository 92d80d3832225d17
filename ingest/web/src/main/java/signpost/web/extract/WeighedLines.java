package signpost.web.extract;

import java.util.List;

/** The lines of a page as the trees weigh them. */
final class WeighedLines {
  private final PageContent content;
  private final BlockTrees trees;
  private final List<FeatureRow> rows;
  private final int[] words;
  private final long[] shapes;
  private final double[] probabilities;

  WeighedLines(PageContent content, BlockTrees trees) {
    BlockFeatures features = new BlockFeatures(content.page, content.walk.blocks, content.ruled);
    this.content = content;
    this.trees = trees;
    this.rows = features.rows(content.document, content.article);
    this.words = features.words();
    this.shapes = features.shapes();
    this.probabilities =
        BlockChoice.smoothed(
            rows.stream().mapToDouble(trees::probability).toArray(), words, shapes);
  }

  /** For each line whether it is content. */
  boolean[] chosen() {
    return BlockChoice.of(probabilities, words, content.ruled);
  }

  double probability(int line) {
    return probabilities[line];
  }

  List<PageExplanation.LineReason> reasons(int line, int most) {
    return trees.reasons(rows.get(line), most);
  }

  /** What is counted about the page as a whole is the same in all. */
  FeatureRow anyRow() {
    return rows.getFirst();
  }

  TrainingLine training(int line) {
    return new TrainingLine(
        content.text(line), words[line], shapes[line], content.ruled[line], rows.get(line).all());
  }
}
