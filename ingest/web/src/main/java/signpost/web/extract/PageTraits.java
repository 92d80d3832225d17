package signpost.web.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What is counted about a page as a whole. */
final class PageTraits {
  private static final String TYPE = "\"@type\"\\s*:\\s*\\[?\\s*\"";
  private static final List<Pattern> TYPES =
      List.of(
          Pattern.compile(TYPE + "Product(?:Group)?\""),
          Pattern.compile("\"(?:DiscussionForumPosting|QAPage|Question)\""),
          Pattern.compile("\"(?:CollectionPage|ItemList|SearchResultsPage|OfferCatalog)\""),
          Pattern.compile("\"\\w{0,40}(?:Article|BlogPosting)\""));

  private final Map<BlockFeature, Double> values = new HashMap<>();

  PageTraits(PageTree page, List<PageBlock> lines, List<LineTraits> traits, BoxCounts counts) {
    int total = Math.max(1, counts.words[0]);
    int prices = 0;
    int again = 0;
    int posts = 0;
    for (int i = 0; i < lines.size(); i++) {
      int box = lines.get(i).box().number;
      int words = traits.get(i).words();
      prices += traits.get(i).namesPrice() ? 1 : 0;
      again += counts.repeated[box] >= 0 ? words : 0;
      posts += counts.inPost(box) ? words : 0;
    }
    values.put(BlockFeature.PAGE_WORDS, FeatureRow.log(total));
    values.put(BlockFeature.PAGE_LINK_SHARE, FeatureRow.share(counts.linkWords[0], total));
    values.put(BlockFeature.PAGE_BLOCKS, FeatureRow.log(lines.size()));
    values.put(BlockFeature.PAGE_RULED, FeatureRow.share(counts.ruledWords[0], total));
    values.put(BlockFeature.PAGE_PROSE, FeatureRow.share(counts.proseWords[0], total));
    values.put(BlockFeature.PAGE_PRICES, FeatureRow.log(prices));
    values.put(BlockFeature.PAGE_POSTS, (double) posts / total);
    values.put(BlockFeature.PAGE_REPEAT_SHARE, (double) again / total);
    values.put(BlockFeature.KIND_SENTENCES, FeatureRow.share(sentences(traits), lines.size()));
    values.put(BlockFeature.KIND_WORDS_PER_LINE, FeatureRow.share(total, lines.size()));
    tags(page);
  }

  private static int sentences(List<LineTraits> traits) {
    return (int) traits.stream().filter(LineTraits::isSentence).count();
  }

  private void tags(PageTree page) {
    Map<String, Integer> tags = new HashMap<>();
    page.boxes.forEach(box -> tags.merge(box.tag, 1, Integer::sum));
    values.put(BlockFeature.PAGE_TIMES, FeatureRow.log(tags.getOrDefault("time", 0)));
    values.put(BlockFeature.PAGE_ARTICLES, FeatureRow.log(tags.getOrDefault("article", 0)));
    values.put(BlockFeature.PAGE_SUBHEADINGS, FeatureRow.log(tags.getOrDefault("h2", 0)));
    values.put(BlockFeature.PAGE_FORMS, FeatureRow.log(tags.getOrDefault("form", 0)));
    values.put(BlockFeature.PAGE_IMAGES, FeatureRow.log(tags.getOrDefault("img", 0)));
    values.put(BlockFeature.KIND_BUTTONS, FeatureRow.log(tags.getOrDefault("button", 0)));
    values.put(
        BlockFeature.KIND_CODE,
        FeatureRow.log(tags.getOrDefault("pre", 0) + tags.getOrDefault("code", 0)));
    values.put(BlockFeature.PAGE_MAIN, (double) tags.getOrDefault("main", 0));
  }

  /** Adds what the page calls itself. */
  PageTraits of(Document document, boolean article) {
    values.put(BlockFeature.PAGE_ARTICLE, article ? 1.0 : 0);
    values.put(BlockFeature.PAGE_TYPED, (double) typed(document));
    String address =
        document.select("link[rel=canonical]").attr("href")
            + " "
            + document.select("meta[property=og:url]").attr("content");
    values.put(BlockFeature.KIND_ADDRESS, (double) PageKindWords.in(address));
    values.put(BlockFeature.KIND_BODY, (double) PageKindWords.in(document.body().className()));
    String said = document.select("meta[property=og:type]").attr("content");
    values.put(BlockFeature.KIND_SAID, said.isBlank() ? -1.0 : PageKindWords.in(said));
    return this;
  }

  /** By schema.org: 1 a product, 2 a discussion, 3 a list, 4 an article, 5 another; 0 nothing. */
  private static int typed(Document document) {
    StringBuilder said = new StringBuilder();
    for (Element script : document.select("script[type=application/ld+json]")) {
      said.append(script.data());
    }
    for (Element typed : document.select("[itemtype]")) {
      String type = typed.attr("itemtype");
      said.append(" \"@type\":\"").append(type, type.lastIndexOf('/') + 1, type.length());
      said.append('"');
    }
    for (int type = 0; type < TYPES.size(); type++) {
      if (TYPES.get(type).matcher(said).find()) {
        return type + 1;
      }
    }
    return said.indexOf("@type") >= 0 ? TYPES.size() + 1 : 0;
  }

  void into(FeatureRow row) {
    values.forEach(row::set);
  }
}
