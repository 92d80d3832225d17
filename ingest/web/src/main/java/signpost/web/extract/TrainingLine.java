package signpost.web.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;

/**
 * A line of a page as the trees see it, for learning them anew.
 *
 * @param words how much the line counts
 * @param shape lines that are built alike have the same
 * @param ruled whether the rules think it content
 * @param features in the order of {@link #featureNames}
 */
public record TrainingLine(
    String text, int words, long shape, boolean ruled, List<Float> features) {

  public TrainingLine {
    features = List.copyOf(features);
  }

  /** What is counted, as the trees' file names it. */
  public static List<String> featureNames() {
    return Arrays.stream(BlockFeature.values()).map(Enum::name).toList();
  }

  /**
   * The lines of a page of a publisher that no rule knows; none of a page the trees leave alone.
   */
  public static List<TrainingLine> of(byte[] html) {
    String text = CharsetDetector.decode(html, Optional.empty());
    PageContent content = PageContent.of(Jsoup.parse(text), PublisherRule.NONE);
    List<TrainingLine> lines = new ArrayList<>();
    content.weighed.ifPresent(weighed -> {
      for (int i = 0; i < content.kept.length; i++) {
        lines.add(weighed.training(i));
      }
    });
    return lines;
  }
}
