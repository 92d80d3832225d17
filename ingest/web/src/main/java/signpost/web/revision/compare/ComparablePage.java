package signpost.web.revision.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import signpost.web.extract.ContactUrl;
import signpost.web.extract.MediaKind;
import signpost.web.extract.Notice;
import signpost.web.extract.Outlink;
import signpost.web.extract.ReadablePage;
import signpost.web.extract.TextBlock;
import signpost.web.extract.UnreadLines;

/**
 * A page as it is compared: its words and where its links lead, without anything that is noise.
 *
 * @param unread what is shown beside that; empty where nobody noted it
 */
public record ComparablePage(
    String title,
    List<TextLine> lines,
    List<TextLink> links,
    List<Notice.NoticeKind> notices,
    MediaKind media,
    @JsonProperty(required = true) int pages,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<UnreadLines> unread) {
  public ComparablePage {
    Objects.requireNonNull(title, "title");
    lines = List.copyOf(lines);
    links = List.copyOf(links);
    notices = List.copyOf(notices);
    Objects.requireNonNull(media, "media");
    Objects.requireNonNull(unread, "unread");
  }

  /** One block of text; {@code renewed} where it stands in a part that is renewed day by day. */
  public record TextLine(
      TextBlock.BlockKind kind,
      String text,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean renewed) {
    public TextLine {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(text, "text");
    }

    public TextLine saying(String other) {
      return new TextLine(kind, other, renewed);
    }
  }

  /** Where some words lead: to a page, a number or a mail address; {@code renewed} as for lines. */
  public record TextLink(
      String url,
      String text,
      String heading,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean renewed) {
    public TextLink {
      Objects.requireNonNull(url, "url");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(heading, "heading");
    }

    /** The same for links that lead to the same place. */
    public String place() {
      return Outlink.place(url);
    }

    /** The number or address it leads to, if it leads to no page. */
    public Optional<ContactUrl> contact() {
      return ContactUrl.of(url);
    }
  }

  public ComparablePage withLines(List<TextLine> others) {
    return new ComparablePage(title, others, links, notices, media, pages, unread);
  }

  public ComparablePage leaving(Optional<UnreadLines> others) {
    return new ComparablePage(title, lines, links, notices, media, pages, others);
  }

  public ComparablePage withTitle(String other) {
    return new ComparablePage(other, lines, links, notices, media, pages, unread);
  }

  /** For each place among the lines, their end included, the heading it stands under. */
  public List<String> headingsAbove() {
    List<String> headings = new ArrayList<>();
    String heading = "";
    headings.add(heading);
    for (TextLine line : lines) {
      heading = line.kind() == TextBlock.BlockKind.HEADING ? line.text() : heading;
      headings.add(heading);
    }
    return headings;
  }

  /** Whether nobody can see a difference: the words, and the places that links lead to. */
  public boolean isSameAs(ComparablePage other) {
    return lines.equals(other.lines)
        && title.equals(other.title)
        && notices.equals(other.notices)
        && pages == other.pages
        && places().equals(other.places());
  }

  private List<String> places() {
    return links.stream().map(TextLink::place).toList();
  }

  public static ComparablePage of(ReadablePage page) {
    RenewedSections renewed = RenewedSections.in(page.blocks());
    return new ComparablePage(
        page.title(),
        lines(page.blocks(), renewed),
        page.outlinks().stream().map(link -> link(link, renewed)).distinct().toList(),
        page.notices().stream().map(Notice::kind).distinct().toList(),
        page.media(),
        page.pages(),
        Optional.of(page.unread()));
  }

  private static List<TextLine> lines(List<TextBlock> blocks, RenewedSections renewed) {
    return IntStream.range(0, blocks.size())
        .mapToObj(i -> new TextLine(blocks.get(i).kind(), blocks.get(i).text(), renewed.block(i)))
        .toList();
  }

  private static TextLink link(Outlink link, RenewedSections renewed) {
    return new TextLink(
        link.identity(), link.text(), link.heading(), renewed.under(link.heading()));
  }
}
