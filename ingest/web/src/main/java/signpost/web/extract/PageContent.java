package signpost.web.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

  /** Characters that are a reading, whatever else is shown. */
  private static final int ENOUGH = 600;

  /** A page of fewer lines shows the trees too little. */
  private static final int FEWEST_LINES = 12;

  final PageTree page;
  final Document document;
  final BlockWalk walk;
  final List<ElementBox> notices;
  final @Nullable ElementBox lead;
  private final List<ElementBox> said;
  private final boolean article;

  /** Whether a publisher rule says where the content is. */
  private final boolean placed;

  final boolean ruleFits;
  final boolean[] ruled;
  final boolean[] kept;
  private final List<FeatureRow> rows;
  private final double[] probabilities;
  private final int[] words;
  private final long[] shapes;

  private PageContent(Document document, PublisherRule rule, BlockTrees trees) {
    this.document = document;
    CloakedAddresses.reveal(document);
    EmbeddedTargets.reveal(document);
    this.page = PageTree.of(document);
    remove(rule);
    this.notices = NoticeFinder.boxes(page, rule, document);
    this.article = ArticleBody.isArticle(page, document);
    Optional<List<ElementBox>> found = ruled(rule);
    BoilerplateDetector.drop(page, article, found.orElseGet(this::mains));
    found = ruled(rule);
    this.lead = LeadParagraph.marked(page, rule, document);
    this.placed = found.isPresent();
    this.ruleFits = found.isPresent() || rule.root().isEmpty();
    List<ElementBox> roots = new ArrayList<>(found.orElseGet(() -> byRules(article)));
    keep(roots, lead);
    this.said = notices.stream().filter(NoticeFinder::speaks).toList();
    said.forEach(box -> keep(roots, box));
    roots.forEach(box -> box.marked = true);
    this.walk =
        new BlockWalk(page, box -> box.removed || (box.isInline() && box.isDroppedItself()))
            .over(page.root());
    this.ruled = within(roots);
    if (found.isPresent() || freeLines() < FEWEST_LINES) {
      this.rows = List.of();
      this.probabilities = new double[0];
      this.words = new int[0];
      this.shapes = new long[0];
      this.kept = found.isPresent() ? ruled : whole(ruled);
    } else {
      BlockFeatures features = new BlockFeatures(page, walk.blocks, ruled);
      this.rows = features.rows(document, article);
      this.words = features.words();
      this.shapes = features.shapes();
      this.probabilities =
          BlockChoice.smoothed(
              rows.stream().mapToDouble(trees::probability).toArray(), words, shapes);
      this.kept = whole(BlockChoice.of(probabilities, words, ruled));
    }
  }

  static PageContent of(Document document, PublisherRule rule) {
    return of(document, rule, BlockTrees.builtIn());
  }

  static PageContent of(Document document, PublisherRule rule, BlockTrees trees) {
    return new PageContent(document, rule, trees);
  }

  /** Whether the trees were asked. */
  boolean weighed() {
    return how() == PageExplanation.ChosenBy.TREES;
  }

  PageExplanation.ChosenBy how() {
    if (!rows.isEmpty()) {
      return PageExplanation.ChosenBy.TREES;
    }
    return placed ? PageExplanation.ChosenBy.PUBLISHER_RULE : PageExplanation.ChosenBy.STRUCTURE;
  }

  /** By what is counted about the page as a whole. */
  PageKind kind(PageKinds kinds) {
    FeatureRow row =
        rows.isEmpty()
            ? new BlockFeatures(page, walk.blocks, ruled).ofPage(document, article)
            : rows.getFirst();
    return kinds.of(row);
  }

  String text(int line) {
    return walk.blocks.get(line).text().text();
  }

  double probability(int line) {
    return probabilities[line];
  }

  List<PageExplanation.LineReason> reasons(int line, int most) {
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

  /** How much of what is shown is read, in characters. */
  private record ReadShare(int read, int shown) {
    boolean isSmall() {
      return read < ENOUGH && read < shown * SMALLEST_SHARE;
    }
  }

  private ReadShare share(boolean[] lines) {
    int shown = 0;
    int read = 0;
    for (int i = 0; i < lines.length; i++) {
      int length = text(i).length();
      shown += lines[i] || !walk.blocks.get(i).box().hidden ? length : 0;
      read += lines[i] ? length : 0;
    }
    return new ReadShare(read, shown);
  }

  /** Share of the characters shown that are read, 0–1. */
  double share() {
    ReadShare share = share(kept);
    return share.shown() == 0 ? 0 : (double) share.read() / share.shown();
  }

  /** Why this may not be what people come for, if it may not be. */
  Optional<String> doubt() {
    ReadShare share = share(kept);
    return !placed && share.isSmall()
        ? Optional.of(
            "only %d of the %d characters shown could be told to be its content"
                .formatted(share.read(), share.shown()))
        : Optional.empty();
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
        .filter(box -> !box.hidden)
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
    box.marked = true;
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
      lines[i] = inside[walk.blocks.get(i).start().number];
    }
    return lines;
  }

  /** The chosen lines with what must not be lost; by structure alone where hardly any is chosen. */
  private boolean[] whole(boolean[] chosen) {
    boolean[] all = withFacts(chosen);
    keepMain(all);
    if (!share(all).isSmall()) {
      return all;
    }
    for (int i = 0; i < all.length; i++) {
      all[i] |= standsFree(walk.blocks.get(i).box());
    }
    return all;
  }

  /** Where a page has one main part and nothing in it was chosen, its lines stay. */
  private void keepMain(boolean[] all) {
    List<ElementBox> mains = mains();
    if (mains.size() != 1) {
      return;
    }
    List<Integer> inside =
        IntStream.range(0, all.length)
            .filter(i -> mains.getFirst().holds(walk.blocks.get(i).box()))
            .boxed()
            .toList();
    if (inside.stream().noneMatch(i -> all[i])) {
      inside.forEach(i -> all[i] = standsFree(walk.blocks.get(i).box()));
    }
  }

  /** Lines outside the head, foot, navigation and asides of the page. */
  private long freeLines() {
    return walk.blocks.stream().filter(line -> standsFree(line.box())).count();
  }

  /**
   * The chosen lines with lead and notices, and the facts said between the title and their end, or
   * in the part that the title opens.
   */
  private boolean[] withFacts(boolean[] chosen) {
    int last = -1;
    int title = -1;
    for (int i = 0; i < chosen.length; i++) {
      last = chosen[i] ? i : last;
      title = title < 0 && isTitle(walk.blocks.get(i)) ? i : title;
    }
    boolean[] all = chosen.clone();
    for (int i = 0; i < all.length; i++) {
      PageBlock line = walk.blocks.get(i);
      boolean amid = title >= 0 && i > title && (i < last || besideTitle(title, line.box()));
      all[i] = all[i] || isSaid(line.start()) || isNoticed(i) || (amid && givesFacts(line));
    }
    return all;
  }

  private boolean givesFacts(PageBlock line) {
    return !line.box().dropped
        && standsFree(line.box())
        && (PageFacts.in(line.text().text()) || line.start().element.hasAttr(EmbeddedTargets.MARK));
  }

  private boolean besideTitle(int title, ElementBox box) {
    ElementBox part = walk.blocks.get(title).box().parent;
    for (ElementBox at = part; at != null; at = at.parent) {
      part = at.is("main") || at.attribute("role").equals("main") ? at : part;
    }
    return part != null && !part.is("body", "html") && part.holds(box);
  }

  /** A notice that the rules would read; what merely looks like one need not be. */
  private boolean isNoticed(int line) {
    ElementBox box = walk.blocks.get(line).start();
    return ruled[line] && notices.stream().anyMatch(notice -> notice.holds(box));
  }

  private static boolean isTitle(PageBlock line) {
    return line.isHeading() && line.text().level() == 1 && !line.box().dropped;
  }

  private boolean isSaid(ElementBox box) {
    return (lead != null && lead.holds(box)) || said.stream().anyMatch(it -> it.holds(box));
  }

  /** Some sites put the whole page into one form or header; that is none. */
  private boolean standsFree(ElementBox box) {
    for (ElementBox at = box; at != null; at = at.parent) {
      boolean beside = at.is("nav", "footer", "aside", "form", "header");
      if (beside && at.chars * 2 <= page.root().chars) {
        return false;
      }
    }
    return !box.hidden;
  }

  /** The text that is read, and the links in it under their headings. */
  ReadLines lines() {
    List<TextBlock> blocks = new ArrayList<>();
    String[] headings = new String[kept.length + 1];
    headings[0] = "";
    for (int i = 0; i < kept.length; i++) {
      PageBlock line = walk.blocks.get(i);
      boolean heads = kept[i] && line.isHeading();
      headings[i + 1] = heads ? line.text().text() : headings[i];
      if (kept[i]) {
        blocks.add(line.text());
      }
    }
    boolean[] near = near();
    List<BlockWalk.RawLink> links = new ArrayList<>();
    List<BlockWalk.RawLink> others = new ArrayList<>();
    for (BlockWalk.WalkedLink link : walk.links) {
      boolean read = link.block() < 0 ? near[link.box().number] : kept[link.block()];
      (read ? links : others).add(link.under(read ? headings[link.closed()] : ""));
    }
    return new ReadLines(blocks, links, others);
  }

  /** Shown lines that are not read. */
  List<String> unread() {
    return IntStream.range(0, kept.length)
        .filter(i -> !kept[i] && !walk.blocks.get(i).box().hidden)
        .mapToObj(i -> walk.blocks.get(i).text().text())
        .toList();
  }

  /** For each part whether lines in it, or in the nearest part around it that has any, are read. */
  private boolean[] near() {
    int[] lines = new int[page.boxes.size()];
    int[] read = new int[page.boxes.size()];
    for (int i = 0; i < kept.length; i++) {
      int box = walk.blocks.get(i).start().number;
      lines[box]++;
      read[box] += kept[i] ? 1 : 0;
    }
    for (int b = lines.length - 1; b > 0; b--) {
      ElementBox parent = page.boxes.get(b).parent;
      if (parent != null) {
        lines[parent.number] += lines[b];
        read[parent.number] += read[b];
      }
    }
    boolean[] near = new boolean[lines.length];
    for (ElementBox box : page.boxes) {
      int b = box.number;
      boolean above = box.parent != null && near[box.parent.number];
      near[b] = (lines[b] > 0 || !box.dropped) && (lines[b] > 0 ? read[b] > 0 : above);
    }
    return near;
  }

  /** What is read of a page, in order, and the links that are not. */
  record ReadLines(
      List<TextBlock> blocks, List<BlockWalk.RawLink> links, List<BlockWalk.RawLink> otherLinks) {}
}
