package signpost.web.extract;

import java.util.List;
import java.util.Set;

/** Words of addresses and names by which sites call their pages. */
final class PageKindWords {
  private static final List<Set<String>> WORDS =
      List.of(
          Set.of(
              "forum",
              "forums",
              "community",
              "discuss",
              "discussion",
              "thread",
              "threads",
              "topic",
              "viewtopic",
              "showthread",
              "questions",
              "boards"),
          Set.of(
              "docs",
              "doc",
              "documentation",
              "manual",
              "reference",
              "api",
              "guide",
              "tutorial",
              "learn",
              "help",
              "wiki",
              "kb",
              "developer",
              "developers"),
          Set.of("product", "products", "item", "dp", "itm", "pd", "sku", "p"),
          Set.of(
              "collections",
              "collection",
              "category",
              "categories",
              "shop",
              "store",
              "catalog",
              "browse",
              "c",
              "archive"),
          Set.of(
              "services",
              "service",
              "solutions",
              "solution",
              "pricing",
              "agency",
              "treatments",
              "about",
              "platform"),
          Set.of("jobs", "search", "results", "list", "listing", "listings", "top", "best", "tag"),
          Set.of("blog", "news", "article", "articles", "post", "posts", "story", "single"));

  private PageKindWords() {}

  /** The number of the first kind that is named, from 1; 0 where none is, or nothing is said. */
  static int in(String named) {
    Set<String> words = ClassWords.of(named, "");
    for (int kind = 0; kind < WORDS.size(); kind++) {
      if (words.stream().anyMatch(WORDS.get(kind)::contains)) {
        return kind + 1;
      }
    }
    return 0;
  }
}
