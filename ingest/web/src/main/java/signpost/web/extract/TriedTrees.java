package signpost.web.extract;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** Other trees than ours, to be judged by pages that they have not seen. */
public final class TriedTrees {
  private final BlockTrees blocks;
  private final PageKinds kinds;

  /**
   * @param blocks as in block-trees.txt
   * @param kinds as in kind-trees.txt
   * @throws IllegalArgumentException if they name a feature or kind that nobody knows
   */
  public TriedTrees(String blocks, String kinds) {
    this.blocks = BlockTrees.parse(blocks);
    this.kinds = PageKinds.parse(kinds);
  }

  /** What is read of a page by them, and the kind they take it for. */
  public record TriedReading(String text, PageKind kind) {}

  /** Reads a page of a publisher that no rule knows. */
  public TriedReading read(byte[] html) {
    String text = CharsetDetector.decode(html, Optional.empty());
    PageContent content = PageContent.of(Jsoup.parse(text), PublisherRule.NONE, blocks);
    return new TriedReading(
        content.lines().blocks().stream().map(TextBlock::text).collect(Collectors.joining("\n")),
        content.kind(kinds));
  }
}
