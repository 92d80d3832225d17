package signpost.web.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds which lines of a page are content. By the rules first; the trees weigh their answer with
 * everything else that can be counted. Where a publisher's rule says where the content is, that
 * stands.
 */
final class PageContent {
  /** A reading of a smaller share of what is shown is tried again without names. */
  private static final double SMALLEST_SHARE = 0.05;

  private static final int FEW_WORDS = 100;

  /** A page of fewer lines shows the trees too little. */
  private static final int FEWEST_LINES = 12;

  final PageTree page;
  final Document document;
  final BlockWalk walk;
  final List<ElementBox> notices;
  final @Nullable ElementBox lead;
  final boolean ruleFits;
  final boolean[] ruled;
  final boolean[] kept;
  private final List<FeatureRow> rows;
  private final double[] probabilities;
  private final int[] words;
  private final long[] shapes;

  private PageContent(Document document, PublisherRule rule) {
    this.document = document;
    CloakedAddresses.reveal(document);
    this.page = PageTree.of(document);
    remove(rule);
    this.notices = NoticeFinder.boxes(page, rule, document);
    boolean article = ArticleBody.isArticle(page, document);
    Optional<List<ElementBox>> found = ruled(rule);
    BoilerplateDetector.drop(page, article, found.orElseGet(this::mains));
    this.lead = LeadParagraph.marked(page, rule, document);
    this.ruleFits = found.isPresent() || rule.root().isEmpty();
    List<ElementBox> roots = new ArrayList<>(found.orElseGet(() -> byRules(article)));
    keep(roots, lead);
    notices.stream().filter(NoticeFinder::speaks).forEach(box -> keep(roots, box));
    this.walk =
        new BlockWalk(page, box -> box.removed || (box.dropped && box.isInline()))
            .over(page.root());
    this.ruled = within(roots);
    if (found.isPresent() || walk.blocks.size() < FEWEST_LINES) {
      this.rows = List.of();
      this.probabilities = new double[0];
      this.words = new int[0];
      this.shapes = new long[0];
      this.kept = found.isPresent() ? ruled : withFacts(ruled);
    } else {
      BlockFeatures features = new BlockFeatures(page, walk.blocks, ruled);
      this.rows = features.rows(document, article);
      this.words = features.words();
      this.shapes = features.shapes();
      this.probabilities =
          BlockChoice.smoothed(
              rows.stream().mapToDouble(BlockTrees.builtIn()::probability).toArray(),
              words,
              shapes);
      this.kept = whole(BlockChoice.of(probabilities, words, ruled));
    }
  }

  static PageContent of(Document document, PublisherRule rule) {
    return new PageContent(document, rule);
  }

  /** Whether the trees were asked. */
  boolean weighed() {
    return !rows.isEmpty();
  }

  double probability(int line) {
    return probabilities[line];
  }

  List<BlockTrees.FeatureWeight> reasons(int line, int most) {
    return BlockTrees.builtIn().reasons(rows.get(line), most);
  }

  TrainingLine training(int line) {
    return new TrainingLine(
        walk.blocks.get(line).text().text(),
        words[line],
        shapes[line],
        ruled[line],
        rows.get(line).all());
  }

  /** Share of the characters shown that are read, 0–1. */
  double share() {
    int shown = 0;
    int read = 0;
    for (int i = 0; i < kept.length; i++) {
      int length = walk.blocks.get(i).text().text().length();
      shown += kept[i] || !walk.blocks.get(i).box().hidden ? length : 0;
      read += kept[i] ? length : 0;
    }
    return shown == 0 ? 0 : (double) read / shown;
  }

  private void remove(PublisherRule rule) {
    for (String selector : rule.noise()) {
      for (Element element : document.select(selector)) {
        ElementBox box = page.box(element);
        if (box != null) {
          box.dropped = true;
          box.removed = true;
        }
      }
    }
    page.measure();
  }

  private Optional<List<ElementBox>> ruled(PublisherRule rule) {
    for (String selector : rule.root()) {
      List<ElementBox> boxes = new ArrayList<>();
      for (Element element : document.select(selector)) {
        ElementBox box = page.box(element);
        if (box != null && box.chars > 0 && boxes.stream().noneMatch(known -> known.holds(box))) {
          boxes.add(box);
        }
      }
      if (!boxes.isEmpty()) {
        return Optional.of(boxes);
      }
    }
    return Optional.empty();
  }

  private List<ElementBox> mains() {
    return page.boxes.stream()
        .filter(box -> box.is("main") || box.attribute("role").equals("main"))
        .toList();
  }

  private List<ElementBox> byRules(boolean article) {
    List<ElementBox> roots = MainContent.of(page, article).roots();
    if (article || roots.stream().allMatch(ArticleBody::readsLikeOne)) {
      ArticlePruning.article(page, roots);
    }
    return roots;
  }

  /** Makes sure a box is read, though it stands outside the roots or among dropped boilerplate. */
  private static void keep(List<ElementBox> roots, @Nullable ElementBox box) {
    if (box == null) {
      return;
    }
    box.dropped = false;
    if (roots.stream().noneMatch(root -> root.shows(box))) {
      roots.add(box);
    }
  }

  /** Which lines stand within these parts and in nothing that was dropped. */
  private boolean[] within(List<ElementBox> roots) {
    boolean[] inside = new boolean[page.boxes.size()];
    roots.sort(Comparator.comparingInt(root -> root.number));
    roots.forEach(root -> inside[root.number] = true);
    for (ElementBox box : page.boxes) {
      boolean above = box.parent != null && inside[box.parent.number];
      inside[box.number] = !box.dropped && (above || inside[box.number]);
    }
    boolean[] lines = new boolean[walk.blocks.size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = inside[walk.blocks.get(i).box().number];
    }
    return lines;
  }

  /** The chosen lines with what must not be lost; by structure alone where hardly any is chosen. */
  private boolean[] whole(boolean[] chosen) {
    boolean[] all = withFacts(chosen);
    int shown = 0;
    int read = 0;
    for (int i = 0; i < all.length; i++) {
      shown += walk.blocks.get(i).box().hidden ? 0 : words[i];
      read += all[i] ? words[i] : 0;
    }
    if (read >= FEW_WORDS || read >= shown * SMALLEST_SHARE) {
      return all;
    }
    for (int i = 0; i < all.length; i++) {
      all[i] |= standsFree(walk.blocks.get(i).box());
    }
    return all;
  }

  /** The chosen lines with lead and notices, and the facts said between the title and them. */
  private boolean[] withFacts(boolean[] chosen) {
    Optional<ElementBox> around = around(chosen);
    boolean[] all = chosen.clone();
    for (int i = 0; i < all.length; i++) {
      PageBlock line = walk.blocks.get(i);
      all[i] |=
          isSaid(line.box())
              || (around.filter(part -> part.holds(line.box())).isPresent()
                  && standsFree(line.box())
                  && PageFacts.in(line.text().text()));
    }
    return all;
  }

  /** The smallest part that holds the title and all chosen lines; none of a page without title. */
  private Optional<ElementBox> around(boolean[] chosen) {
    ElementBox at =
        page.boxes.stream().filter(box -> box.is("h1") && !box.dropped).findFirst().orElse(null);
    for (int i = 0; i < chosen.length && at != null; i++) {
      while (chosen[i] && at.parent != null && !at.holds(walk.blocks.get(i).box())) {
        at = at.parent;
      }
    }
    return Optional.ofNullable(at);
  }

  private boolean isSaid(ElementBox box) {
    return (lead != null && lead.holds(box))
        || notices.stream().anyMatch(notice -> notice.holds(box) && NoticeFinder.speaks(notice));
  }

  private static boolean standsFree(ElementBox box) {
    return !box.hidden
        && !BoilerplateDetector.within(box, "nav", "footer", "aside", "form", "header");
  }

  /** The text that is read, and the links in it under their headings. */
  ReadLines lines() {
    List<TextBlock> blocks = new ArrayList<>();
    List<BlockWalk.RawLink> links = new ArrayList<>();
    String heading = "";
    int link = 0;
    for (int i = 0; i < kept.length; i++) {
      PageBlock line = walk.blocks.get(i);
      if (kept[i]) {
        blocks.add(line.text());
        heading = line.isHeading() ? line.text().text() : heading;
      }
      for (; link < walk.links.size() && walk.links.get(link).block() == i; link++) {
        if (kept[i]) {
          links.add(walk.links.get(link).under(heading));
        }
      }
    }
    return new ReadLines(blocks, links);
  }

  /** What is read of a page, in order. */
  record ReadLines(List<TextBlock> blocks, List<BlockWalk.RawLink> links) {}
}
