package signpost.web.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import signpost.url.WebUrl;

/** Reads one HTML page by the rule of its publisher. */
final class HtmlReader {
  private static final int LONGEST = 10 * 1024 * 1024;

  /** Unclosed tags are opened again in each paragraph: a few bytes may become a tree of 1 GB. */
  private static final int MOST_TAGS = 200_000;

  private static final int OPENING = 3;
  private static final int MOST_OPENING = 10;
  private static final int PASSAGE = 50;

  private final PublisherRules rules;

  HtmlReader(PublisherRules rules) {
    this.rules = rules;
  }

  ReadOutcome read(byte[] bytes, Optional<String> contentType, WebUrl base) {
    if (bytes.length > LONGEST) {
      return tooBig(bytes.length + " bytes of HTML; we take " + LONGEST);
    }
    String html = CharsetDetector.decode(bytes, contentType);
    int tags = tags(html);
    return tags > MOST_TAGS
        ? tooBig(tags + " tags; we take " + MOST_TAGS)
        : read(Jsoup.parse(html), base);
  }

  List<WebUrl> links(byte[] bytes, Optional<String> contentType, WebUrl base) {
    if (bytes.length > LONGEST) {
      return List.of();
    }
    String html = CharsetDetector.decode(bytes, contentType);
    return tags(html) > MOST_TAGS ? List.of() : LinkResolver.everywhere(Jsoup.parse(html), base);
  }

  private static ReadOutcome tooBig(String what) {
    return new ReadOutcome.Unreadable(ReadOutcome.UnreadableReason.TOO_BIG, what);
  }

  private static int tags(String html) {
    int tags = 0;
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      tags++;
    }
    return tags;
  }

  private ReadOutcome read(Document document, WebUrl base) {
    Optional<String> shell = EmptyShell.in(document);
    if (shell.isPresent()) {
      return new ReadOutcome.Unreadable(ReadOutcome.UnreadableReason.NEEDS_BROWSER, shell.get());
    }
    PublisherRule rule = rules.forHost(base.host());
    CloakedAddresses.reveal(document);
    PageTree page = PageTree.of(document);
    dropNoise(page, rule, document);
    List<ElementBox> notices = NoticeFinder.boxes(page, rule, document);
    boolean article = ArticleBody.isArticle(page, document);
    BoilerplateDetector.drop(page, article);
    @Nullable ElementBox lead = LeadParagraph.marked(page, rule, document);
    Optional<List<ElementBox>> ruled = ruled(page, rule, document);
    List<ElementBox> roots = new ArrayList<>(ruled.orElseGet(() -> chosen(page, article)));
    keep(roots, lead);
    notices.stream().filter(NoticeFinder::speaks).forEach(box -> keep(roots, box));
    roots.sort(Comparator.comparingInt(box -> box.open));
    ReadablePage read = readable(document, page, base, roots, lead, notices);
    return judge(read, ruled.isEmpty() && !rule.root().isEmpty());
  }

  private static List<ElementBox> chosen(PageTree page, boolean article) {
    List<ElementBox> roots = MainContent.of(page, article).roots();
    if (article || roots.stream().allMatch(ArticleBody::readsLikeOne)) {
      ArticlePruning.article(page, roots);
    }
    return roots;
  }

  private static void dropNoise(PageTree page, PublisherRule rule, Document document) {
    for (String selector : rule.noise()) {
      for (Element element : document.select(selector)) {
        ElementBox box = page.box(element);
        if (box != null) {
          box.dropped = true;
        }
      }
    }
    page.measure();
  }

  private static Optional<List<ElementBox>> ruled(
      PageTree page, PublisherRule rule, Document document) {
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

  /** Makes sure a box is read, though it stands outside the roots or among dropped furniture. */
  private static void keep(List<ElementBox> roots, @Nullable ElementBox box) {
    if (box == null) {
      return;
    }
    box.dropped = false;
    if (roots.stream().noneMatch(root -> root.shows(box))) {
      roots.add(box);
    }
  }

  private static ReadablePage readable(
      Document document,
      PageTree page,
      WebUrl base,
      List<ElementBox> roots,
      @Nullable ElementBox lead,
      List<ElementBox> notices) {
    BlockWalk walk = new BlockWalk(page).over(roots);
    String title = Titles.of(document, page);
    List<TextBlock> blocks = walk.blocks;
    blocks.removeIf(block ->
        block.kind() == TextBlock.BlockKind.HEADING
            && block.level() == 1
            && title.endsWith(block.text()));
    LinkResolver links = LinkResolver.of(document, base, walk.links);
    String leadWords = LeadParagraph.words(lead, blocks, document);
    List<Notice> said =
        new NoticeFinder(page, links).find(document, notices, List.of(leadWords, opening(blocks)));
    return new ReadablePage(
        title,
        leadWords,
        Languages.stated(document),
        blocks,
        links.outlinks(),
        said,
        StatedDates.of(document, blocks),
        Languages.others(document, base),
        MediaKind.HTML,
        1);
  }

  /** The first passages; stamps ("5 min read", "Updated today") may stand before and between. */
  private static String opening(List<TextBlock> blocks) {
    return blocks.stream()
        .limit(MOST_OPENING)
        .map(TextBlock::text)
        .filter(text -> text.length() >= PASSAGE || text.endsWith("."))
        .limit(OPENING)
        .collect(Collectors.joining(" "));
  }

  private static ReadOutcome judge(ReadablePage page, boolean rootMissing) {
    if (rootMissing) {
      return new ReadOutcome.Doubtful(page, "none of the publisher rule's roots is on the page");
    }
    if (page.blocks().isEmpty()) {
      return new ReadOutcome.Unreadable(ReadOutcome.UnreadableReason.EMPTY, "no readable text");
    }
    return new ReadOutcome.Read(page);
  }
}
