package signpost.web.extract;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells the kind of a page by trees learned from pages whose kind is known. In their file a line
 * {@code = service} stands before the trees of each kind; the kind with the highest sum is it.
 */
final class PageKinds {
  private static final PageKinds BUILT_IN = parse(BlockTrees.resource("kind-trees.txt"));

  private final Map<PageKind, BlockTrees> trees = new EnumMap<>(PageKind.class);

  private PageKinds() {}

  static PageKinds builtIn() {
    return BUILT_IN;
  }

  static PageKinds parse(String text) {
    PageKinds kinds = new PageKinds();
    for (String part : text.split("(?m)^= ", -1)) {
      int end = part.indexOf('\n');
      if (end > 0 && !part.startsWith("#")) {
        PageKind kind = PageKind.valueOf(part.substring(0, end).strip().toUpperCase(Locale.ROOT));
        kinds.trees.put(kind, BlockTrees.parse(part.substring(end)));
      }
    }
    return kinds;
  }

  /**
   * @param row any line's, or {@link BlockFeatures#ofPage}
   * @param never what the page is not, for certain
   */
  PageKind of(FeatureRow row, Set<PageKind> never) {
    return trees.entrySet().stream()
        .filter(kind -> !never.contains(kind.getKey()))
        .max(Comparator.comparingDouble(kind -> kind.getValue().odds(row)))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }
}
