package signpost.web.extract;

import java.util.ArrayList;
import java.util.Arrays;
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
  /** A page of fewer lines shows the trees too little. */
  private static final int FEWEST_LINES = 12;

  private static final int BESIDE_TITLE = 8;

  /** Of headings, from 1 to 6. */
  private static final int RANKS = 7;

  final PageTree page;
  final Document document;
  final BlockWalk walk;
  final List<NoticeBox> notices;
  final @Nullable ElementBox lead;
  final boolean article;

  /** Whether a publisher rule says where the content is. */
  private final boolean placed;

  final boolean ruleFits;
  final boolean[] ruled;
  final boolean[] kept;

  /** Empty where the trees were not asked. */
  final Optional<WeighedLines> weighed;

  private PageContent(Document document, PublisherRule rule, BlockTrees trees) {
    this.document = document;
    CloakedAddresses.reveal(document);
    EmbeddedTargets.reveal(document);
    this.page = PageTree.of(document);
    remove(rule);
    List<ElementBox> looking = NoticeFinder.boxes(page, rule, document);
    this.article = ArticleBody.isArticle(page, document);
    List<ElementBox> mains = mains();
    Optional<List<ElementBox>> found = ruled(rule);
    BoilerplateDetector.drop(page, article, found.orElse(mains), found.isPresent());
    found = ruled(rule);
    this.lead = LeadParagraph.marked(page, rule, document);
    this.placed = found.isPresent();
    this.ruleFits = found.isPresent() || rule.root().isEmpty();
    List<ElementBox> roots = new ArrayList<>(found.orElseGet(() -> byRules(article)));
    keep(roots, lead);
    this.notices = looking.stream().map(box -> NoticeBox.of(page, box)).toList();
    notices.stream().filter(NoticeBox::speaks).forEach(notice -> keepWhole(roots, notice.box()));
    roots.forEach(box -> box.marked = true);
    this.walk =
        new BlockWalk(page, box -> box.removed || (box.isInline() && box.isDroppedItself()))
            .over(page.root());
    this.ruled = within(roots);
    if (placed) {
      this.weighed = Optional.empty();
      this.kept = ruled;
    } else {
      UnlosableLines unlosable = new UnlosableLines(page, walk, mains, notices, lead, ruled);
      this.weighed =
          unlosable.freeLines() < FEWEST_LINES
              ? Optional.empty()
              : Optional.of(new WeighedLines(this, trees));
      this.kept = unlosable.beside(weighed.map(WeighedLines::chosen).orElse(ruled));
    }
  }

  static PageContent of(Document document, PublisherRule rule) {
    return of(document, rule, BlockTrees.builtIn());
  }

  static PageContent of(Document document, PublisherRule rule, BlockTrees trees) {
    return new PageContent(document, rule, trees);
  }

  PageExplanation.ChosenBy how() {
    if (weighed.isPresent()) {
      return PageExplanation.ChosenBy.TREES;
    }
    return placed ? PageExplanation.ChosenBy.PUBLISHER_RULE : PageExplanation.ChosenBy.STRUCTURE;
  }

  /** By what is counted about the page as a whole. */
  PageKind kind(PageKinds kinds) {
    return kinds.of(
        weighed
            .map(WeighedLines::anyRow)
            .orElseGet(
                () -> new BlockFeatures(page, walk.blocks, ruled).ofPage(document, article)));
  }

  String text(int line) {
    return walk.blocks.get(line).text().text();
  }

  /** Share of the characters shown that are read, 0–1. */
  double share() {
    return ReadShare.of(walk.blocks, kept).share();
  }

  /** Why this may not be what people come for, if it may not be. */
  Optional<String> doubt() {
    ReadShare share = ReadShare.of(walk.blocks, kept);
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
        .filter(ElementBox::standsForMain)
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

  /** A notice is read to its last word, whatever the parts within it are called. */
  private void keepWhole(List<ElementBox> roots, ElementBox box) {
    keep(roots, box);
    for (int i = box.number + 1; i < page.boxes.size() && box.holds(page.boxes.get(i)); i++) {
      ElementBox part = page.boxes.get(i);
      part.dropped &= part.removed || part.hidden;
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

  /** The text that is read, and the links in it under their headings. */
  ReadLines lines() {
    List<TextBlock> blocks = new ArrayList<>();
    String[] headings = new String[kept.length + 1];
    headings[0] = "";
    for (int i = 0; i < kept.length; i++) {
      PageBlock line = walk.blocks.get(i);
      headings[i + 1] = heads(i) ? line.text().text() : headings[i];
      if (kept[i]) {
        blocks.add(line.text());
      }
    }
    String[] parents = parents();
    boolean[] near = near();
    List<BlockWalk.RawLink> links = new ArrayList<>();
    List<BlockWalk.RawLink> others = new ArrayList<>();
    for (BlockWalk.WalkedLink link : walk.links) {
      boolean read = link.block() < 0 ? near[link.box().number] : kept[link.block()];
      (read ? links : others).add(link.under(read ? over(link, headings, parents) : ""));
    }
    return new ReadLines(blocks, links, others);
  }

  /** Whether links may stand under it; under the title they do though it is not among the text. */
  private boolean heads(int line) {
    PageBlock heading = walk.blocks.get(line);
    return heading.isHeading()
        && (kept[line] || (heading.isTitle() && !heading.box().dropped && !heading.box().hidden));
  }

  /** A link within a heading stands under the heading of what it is a part of. */
  private String over(BlockWalk.WalkedLink link, String[] headings, String[] parents) {
    boolean within =
        link.block() >= 0
            && link.closed() == link.block()
            && walk.blocks.get(link.block()).isHeading();
    return within ? parents[link.block()] : headings[link.closed()];
  }

  /** For each heading the nearest above it that is of a higher rank. */
  private String[] parents() {
    String[] parents = new String[kept.length];
    String[] open = new String[RANKS];
    Arrays.fill(open, "");
    for (int i = 0; i < kept.length; i++) {
      TextBlock line = walk.blocks.get(i).text();
      int level = Math.min(line.level(), RANKS - 1);
      parents[i] = level == 0 ? "" : open[level - 1];
      if (heads(i)) {
        Arrays.fill(open, level, RANKS, line.text());
      }
    }
    return parents;
  }

  /** Lines that follow the title without being read: templates say there when a page is from. */
  List<String> besideTitle() {
    int title = 0;
    while (title < kept.length && !walk.blocks.get(title).isTitle()) {
      title++;
    }
    return IntStream.range(title, Math.min(kept.length, title + BESIDE_TITLE))
        .filter(i -> !kept[i] && !walk.blocks.get(i).box().hidden)
        .mapToObj(this::text)
        .toList();
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
