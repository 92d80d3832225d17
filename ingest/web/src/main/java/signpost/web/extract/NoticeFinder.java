package signpost.web.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import signpost.url.WebUrl;

/** Looks where publishers put notices: title, meta, notice boxes and the lead, and only there. */
final class NoticeFinder {
  private static final Set<String> BOX_WORDS =
      Set.of(
          "notice",
          "withdrawn",
          "withdrawal",
          "archived",
          "archive",
          "superseded",
          "alert",
          "warning",
          "callout",
          "banner",
          "notification",
          "important",
          "inset",
          "message");

  /** DCMI Metadata Terms, {@code isReplacedBy}. */
  private static final Set<String> REPLACED_BY =
      Set.of("dcterms.isreplacedby", "dc.relation.isreplacedby");

  private static final Set<String> STATUS =
      Set.of("status", "page-status", "content-status", "publication-status", "dcterms.status");

  private static final int LONGEST_BOX = 1500;
  private static final int MOST_BOXES = 100;
  private static final int LONGEST_LEAD = 1500;
  private static final int BESIDE = 3;
  private static final int LONGEST_LINE = 400;

  /** A page that says no more than this is its notice and nothing else. */
  private static final int NOTHING_ELSE = 500;

  private final LinkResolver links;
  private final NoticeSuccessor successor;
  private final boolean nothingElse;
  private String opening = "";
  private final List<Notice> found = new ArrayList<>();

  /**
   * @param length characters that are read of the page
   */
  NoticeFinder(LinkResolver links, int length) {
    this.links = links;
    this.successor = new NoticeSuccessor(links);
    this.nothingElse = length <= NOTHING_ELSE;
  }

  /** Boxes of the page that look like notices by name or role, whatever they say. */
  static List<ElementBox> boxes(PageTree page, PublisherRule rule, Document document) {
    List<ElementBox> boxes = new ArrayList<>();
    for (String selector : rule.notices()) {
      for (Element element : document.select(selector)) {
        add(boxes, page.box(element));
      }
    }
    for (ElementBox box : page.boxes) {
      if (!box.isInline() && box.chars > 0 && box.chars < LONGEST_BOX && looksLikeNotice(box)) {
        add(boxes, box);
      }
    }
    return boxes;
  }

  private static void add(List<ElementBox> boxes, @Nullable ElementBox box) {
    if (box != null
        && !box.hidden
        && boxes.size() < MOST_BOXES
        && boxes.stream().noneMatch(known -> known.holds(box))) {
      boxes.add(box);
    }
  }

  private static boolean looksLikeNotice(ElementBox box) {
    String role = box.attribute("role");
    if (role.equals("alert") || role.equals("note") || role.equals("status")) {
      return true;
    }
    return box.element.attributesSize() > 0 && box.words().stream().anyMatch(BOX_WORDS::contains);
  }

  List<Notice> find(Document document, List<NoticeBox> boxes, List<String> leads) {
    for (NoticeBox box : boxes) {
      if (box.box().chars < LONGEST_BOX) {
        box.said()
            .ifPresent(said -> add(said.kind(), ReadableText.cut(box.words(), 600), said, box));
      }
    }
    opening = String.join(" ", leads);
    for (String lead : leads) {
      String text = ReadableText.cut(lead, LONGEST_LEAD);
      NoticeWords.inProse(text)
          .filter(said -> found.stream().noneMatch(box -> box.text().contains(said.sentence())))
          .ifPresent(said -> add(said.kind(), said.words(), said, null));
    }
    if (found.isEmpty()) {
      NoticeWords.inProse(underTitle(document))
          .ifPresent(said -> add(said.kind(), said.words(), said, null));
    }
    if (found.isEmpty()) {
      fromTitle(document);
    }
    return found;
  }

  /** What stands beside the first heading, where a template puts a line that is no lead. */
  private static String underTitle(Document document) {
    Element heading = document.selectFirst("h1");
    StringBuilder words = new StringBuilder();
    Element next = heading == null ? null : heading.nextElementSibling();
    for (int i = 0; i < BESIDE && next != null && next.is("p, div, span"); i++) {
      String line = next.text();
      if (line.length() > LONGEST_LINE) {
        break;
      }
      words.append(line).append(' ');
      next = next.nextElementSibling();
    }
    return ReadableText.oneLine(words);
  }

  private void fromTitle(Document document) {
    String title = ReadableText.oneLine(document.title());
    Element heading = document.selectFirst("h1");
    Optional<NoticeWords.FoundNotice> said =
        NoticeWords.inTitle(title)
            .or(() ->
                heading == null
                    ? Optional.empty()
                    : NoticeWords.inTitle(ReadableText.oneLine(heading.text())));
    said.ifPresent(s -> add(s.kind(), s.words(), s, null));
    if (found.isEmpty()) {
      fromMeta(document, title);
    }
  }

  private void fromMeta(Document document, String title) {
    for (Element meta : document.head().select("meta[name]")) {
      Optional<Notice.NoticeKind> kind = kind(meta);
      if (kind.isPresent()) {
        Optional<WebUrl> successor =
            kind.get() == Notice.NoticeKind.SUPERSEDED
                ? links.resolve(meta.attr("content"))
                : Optional.empty();
        String words = title.isEmpty() ? meta.attr("name") : title;
        found.add(new Notice(kind.get(), words, successor));
        return;
      }
    }
  }

  private static Optional<Notice.NoticeKind> kind(Element meta) {
    String name = meta.attr("name").toLowerCase(Locale.ROOT);
    String content = meta.attr("content").strip();
    if (name.equals("govuk:withdrawn")) {
      return Optional.of(Notice.NoticeKind.WITHDRAWN);
    }
    if (REPLACED_BY.contains(name) && !content.isEmpty()) {
      return Optional.of(Notice.NoticeKind.SUPERSEDED);
    }
    return STATUS.contains(name)
        ? Arrays.stream(Notice.NoticeKind.values())
            .filter(kind -> kind.name().equalsIgnoreCase(content))
            .findFirst()
        : Optional.empty();
  }

  private void add(
      Notice.NoticeKind kind, String text, NoticeWords.FoundNotice said, @Nullable NoticeBox box) {
    if (found.stream().anyMatch(notice -> notice.kind() == kind)) {
      return;
    }
    found.add(new Notice(kind, text, replacement(said.words(), box)));
  }

  /** In a box, or on a page that is nothing but its notice, any link may be meant. */
  private Optional<WebUrl> replacement(String sentence, @Nullable NoticeBox box) {
    if (box == null && !(nothingElse && NoticeSuccessor.sendsOn(opening, links.all()))) {
      return successor.named(links.all(), sentence);
    }
    List<BlockWalk.RawLink> near = box == null ? links.all() : box.links();
    return near.isEmpty()
        ? successor.named(links.all(), sentence)
        : successor.among(near, sentence, box == null ? opening : box.words());
  }
}
