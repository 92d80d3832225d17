package signpost.web.extract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;

/**
 * Why each line of a page is read as its content, or is not.
 *
 * @param how by what the content was found
 * @param share of the characters shown, what is read of them, 0–1
 */
public record PageExplanation(
    PageKind kind, ChosenBy how, double share, List<ExplainedLine> lines) {
  private static final int MOST_REASONS = 5;

  public PageExplanation {
    lines = List.copyOf(lines);
  }

  /** By what the content of a page was found. */
  public enum ChosenBy {
    /** A rule for its publisher says where it is. */
    PUBLISHER_RULE,
    /** There are too few lines to weigh: by the page's structure, and the names of its parts. */
    STRUCTURE,
    /** By the trees that weigh all that is counted about each line. */
    TREES
  }

  /**
   * One line, in order.
   *
   * @param probability that it is content, 0–1; empty where nothing was weighed
   * @param reasons weightiest first
   */
  public record ExplainedLine(
      String text, boolean read, Optional<Double> probability, List<LineReason> reasons) {
    public ExplainedLine {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * What moved a line's probability.
   *
   * @param feature what was counted, such as {@code in_nav}
   * @param weight in log-odds, above 0 for content
   */
  public record LineReason(String feature, double value, double weight) {}

  static PageExplanation of(Document document, PublisherRule rule) {
    PageContent content = PageContent.of(document, rule);
    return new PageExplanation(
        content.kind(PageKinds.builtIn()),
        content.how(),
        content.share(),
        IntStream.range(0, content.kept.length).mapToObj(line -> line(content, line)).toList());
  }

  private static ExplainedLine line(PageContent content, int line) {
    return new ExplainedLine(
        content.text(line),
        content.kept[line],
        content.weighed.map(it -> it.probability(line)),
        content.weighed.map(it -> it.reasons(line, MOST_REASONS)).orElse(List.of()));
  }

  static String named(BlockFeature feature) {
    return feature.name().toLowerCase(Locale.ROOT);
  }
}
