package signpost.web.extract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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

  Optional<PageExplanation> explain(byte[] bytes, Optional<String> contentType, WebUrl base) {
    return parsed(bytes, contentType)
        .map(document -> PageExplanation.of(document, rules.forHost(base.host())));
  }

  List<WebUrl> links(byte[] bytes, Optional<String> contentType, WebUrl base) {
    return parsed(bytes, contentType)
        .map(document -> LinkResolver.everywhere(document, base))
        .orElse(List.of());
  }

  /** Empty of what is too big. */
  private static Optional<Document> parsed(byte[] bytes, Optional<String> contentType) {
    if (bytes.length > LONGEST) {
      return Optional.empty();
    }
    String html = CharsetDetector.decode(bytes, contentType);
    return tags(html) > MOST_TAGS ? Optional.empty() : Optional.of(Jsoup.parse(html));
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
    PageContent content = PageContent.of(document, rules.forHost(base.host()));
    return judge(readable(content, base), content);
  }

  private static ReadablePage readable(PageContent content, WebUrl base) {
    Document document = content.document;
    PageContent.ReadLines lines = content.lines();
    String title = Titles.of(document, content.page);
    List<TextBlock> blocks = lines.blocks();
    blocks.removeIf(block ->
        block.kind() == TextBlock.BlockKind.HEADING
            && block.level() == 1
            && title.endsWith(block.text()));
    LinkResolver links = LinkResolver.of(document, base, lines.links());
    String lead = LeadParagraph.words(content.lead, blocks, document);
    List<Notice> said =
        new NoticeFinder(links, length(blocks))
            .find(document, content.notices, List.of(lead, opening(blocks)));
    return new ReadablePage(
        title,
        lead,
        Languages.stated(document),
        blocks,
        links.outlinks(),
        said,
        StatedDates.of(document, blocks, content.besideTitle()),
        Languages.others(document, base),
        MediaKind.HTML,
        1,
        unread(content, LinkResolver.of(document, base, lines.otherLinks())));
  }

  private static UnreadLines unread(PageContent content, LinkResolver links) {
    Stream<String> places = links.outlinks().stream().map(link -> Outlink.place(link.identity()));
    return UnreadLines.of(Stream.concat(content.unread().stream(), places).toList());
  }

  private static int length(List<TextBlock> blocks) {
    return blocks.stream().mapToInt(block -> block.text().length()).sum();
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

  private static ReadOutcome judge(ReadablePage page, PageContent content) {
    if (!content.ruleFits) {
      return new ReadOutcome.Doubtful(page, "none of the publisher rule's roots is on the page");
    }
    if (page.blocks().isEmpty()) {
      return new ReadOutcome.Unreadable(ReadOutcome.UnreadableReason.EMPTY, "no readable text");
    }
    return content
        .doubt()
        .<ReadOutcome>map(why -> new ReadOutcome.Doubtful(page, why))
        .orElseGet(() -> new ReadOutcome.Read(page));
  }
}
