package signpost.web.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the lines within each part of a page add up to, and what stands above each part. */
final class BoxCounts {
  private static final int FAR = 12;
  private static final int PROSE_WORDS = 12;

  private static final Set<String> POST =
      Set.of(
          "post",
          "posts",
          "message",
          "answer",
          "answers",
          "question",
          "thread",
          "topic",
          "reply",
          "replies",
          "postbody",
          "comment",
          "cooked",
          "bbwrapper",
          "usertext",
          "discussion");
  private static final Set<String> UNIT =
      Set.of(
          "card",
          "cards",
          "item",
          "items",
          "tile",
          "tiles",
          "product",
          "products",
          "result",
          "results",
          "listing",
          "grid",
          "entry",
          "teaser",
          "collection");
  private static final Set<String> FACT =
      Set.of(
          "price",
          "spec",
          "specs",
          "specification",
          "specifications",
          "sku",
          "description",
          "detail",
          "details",
          "features",
          "feature",
          "ingredients",
          "attributes",
          "summary");

  /** In the order of the features {@code NEAR_…}. */
  private static final List<Set<String>> NAMES =
      List.of(
          BoilerplateNames.SURE,
          BoilerplateNames.LIKELY,
          BoilerplateNames.TALK,
          ArticlePruning.ABOUT,
          BoxScoring.GOOD,
          POST,
          UNIT,
          FACT);

  private static final int POST_NAME = 5;

  /** For each word, one bit for each set of names that has it. */
  private static final Map<String, Integer> MEANT = meant();

  /** In the order of the features {@code IN_…}: tags, then the roles that mean the same. */
  private static final List<Set<String>> PLACES =
      List.of(
          Set.of("nav", "menu", "=navigation"),
          Set.of("header", "=banner"),
          Set.of("footer", "=contentinfo"),
          Set.of("aside", "=complementary"),
          Set.of("main", "=main"),
          Set.of("article", "=article"),
          Set.of("form", "=search"),
          Set.of("table"),
          Set.of("figure"),
          Set.of("ul", "ol"),
          Set.of("dl"),
          Set.of("blockquote"),
          Set.of("details"),
          Set.of("noscript"),
          Set.of("section"),
          Set.of("=dialog", "=alertdialog", "=alert"));

  /** Main, article, section: what else holds nearly all of a page is not what it is called. */
  private static final int MAY_HOLD_ALL = 1 << 4 | 1 << 5 | 1 << 14;

  private final PageTree page;
  final int[] words;
  final int[] linkWords;
  final int[] ruledWords;
  final int[] proseWords;
  final int[] blocks;
  final int[] shape;
  final int[] alike;
  final int[] alikeWords;
  final int[] branch;
  final int[] repeated;
  private final int[] places;
  private final byte[][] near;

  BoxCounts(PageTree page, List<PageBlock> lines, int[] lineWords, boolean[] ruled) {
    this.page = page;
    int boxes = page.boxes.size();
    words = new int[boxes];
    linkWords = new int[boxes];
    ruledWords = new int[boxes];
    proseWords = new int[boxes];
    blocks = new int[boxes];
    shape = new int[boxes];
    alike = new int[boxes];
    alikeWords = new int[boxes];
    branch = new int[boxes];
    repeated = new int[boxes];
    places = new int[boxes];
    near = new byte[boxes][];
    for (int i = 0; i < lines.size(); i++) {
      add(lines.get(i), lineWords[i], ruled[i]);
    }
    addUp();
    shapes();
    page.boxes.forEach(this::descend);
  }

  private void add(PageBlock line, int said, boolean isRuled) {
    int b = line.box().number;
    double linked = line.linkShare();
    words[b] += said;
    linkWords[b] += (int) Math.round(said * linked);
    ruledWords[b] += isRuled ? said : 0;
    proseWords[b] += said >= PROSE_WORDS && linked * 3 < 1 ? said : 0;
    blocks[b]++;
  }

  private void addUp() {
    for (int b = words.length - 1; b > 0; b--) {
      int up = above(page.boxes.get(b));
      words[up] += words[b];
      linkWords[up] += linkWords[b];
      ruledWords[up] += ruledWords[b];
      proseWords[up] += proseWords[b];
      blocks[up] += blocks[b];
    }
  }

  private static int above(ElementBox box) {
    return box.parent == null ? 0 : box.parent.number;
  }

  /** Parts of one shape have the same tag and classes; alike are those under one parent. */
  private void shapes() {
    Map<String, Integer> numbers = new HashMap<>();
    Map<Long, int[]> siblings = new HashMap<>();
    List<int[]> of = new ArrayList<>();
    for (ElementBox box : page.boxes) {
      String look = box.tag + "." + box.element.className();
      int number = numbers.computeIfAbsent(look, _ -> numbers.size());
      shape[box.number] = number;
      int[] same = siblings.computeIfAbsent(((long) above(box) << 32) | number, _ -> new int[2]);
      of.add(same);
      if (words[box.number] > 0) {
        same[0]++;
        same[1] += words[box.number];
      }
    }
    for (int b = 0; b < of.size(); b++) {
      alike[b] = of.get(b)[0];
      alikeWords[b] = of.get(b)[1];
    }
  }

  private void descend(ElementBox box) {
    int b = box.number;
    boolean top = box.parent == null;
    int up = above(box);
    places[b] = (top ? 0 : places[up]) | (place(box) & (holdsMost(b) ? MAY_HOLD_ALL : ~0));
    near[b] = names(box, top ? new byte[0] : near[up]);
    branch[b] = top || holdsMost(b) || holdsMost(up) ? b : branch[up];
    boolean again = alike[b] >= 3 && !box.isInline() && !box.is("td", "th", "p");
    repeated[b] = again ? b : top ? -1 : repeated[up];
  }

  private boolean holdsMost(int box) {
    return (long) words[box] * 10 >= (long) words[0] * 9;
  }

  private static byte[] names(ElementBox box, byte[] above) {
    int own = 0;
    if (box.element.attributesSize() > 0) {
      for (String word : box.words()) {
        own |= MEANT.getOrDefault(word, 0);
      }
    }
    byte[] steps = new byte[NAMES.size()];
    for (int n = 0; n < steps.length; n++) {
      int inherited = above.length == 0 ? FAR : Math.min(FAR, above[n] + 1);
      steps[n] = (byte) ((own >> n & 1) == 1 ? 0 : inherited);
    }
    return steps;
  }

  private static Map<String, Integer> meant() {
    Map<String, Integer> meant = new HashMap<>();
    for (int n = 0; n < NAMES.size(); n++) {
      for (String word : NAMES.get(n)) {
        meant.merge(word, 1 << n, (a, b) -> a | b);
      }
    }
    return meant;
  }

  private static int place(ElementBox box) {
    String role = box.element.hasAttr("role") ? "=" + box.attribute("role") : "";
    int found = 0;
    for (int p = 0; p < PLACES.size(); p++) {
      if (PLACES.get(p).contains(box.tag) || PLACES.get(p).contains(role)) {
        found |= 1 << p;
      }
    }
    return found;
  }

  boolean inPost(int box) {
    return near[box][POST_NAME] < 8;
  }

  void into(FeatureRow row, int box) {
    for (int p = 0; p < PLACES.size(); p++) {
      row.set(BlockFeature.IN_NAV, p, (places[box] >> p) & 1);
    }
    for (int n = 0; n < NAMES.size(); n++) {
      row.set(BlockFeature.NEAR_SURE, n, near[box][n]);
    }
  }
}
