package signpost.web.revision.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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

/** A page as it is compared: its words and where its links lead, without anything that is noise. */
public record Reading(
    String title,
    List<Line> lines,
    List<Link> links,
    List<Notice.NoticeKind> notices,
    MediaKind media,
    @JsonProperty(required = true) int pages) {
  public Reading {
    Objects.requireNonNull(title, "title");
    lines = List.copyOf(lines);
    links = List.copyOf(links);
    notices = List.copyOf(notices);
    Objects.requireNonNull(media, "media");
  }

  /** One block of text; {@code renewed} where it stands in a part that is renewed day by day. */
  public record Line(
      TextBlock.BlockKind kind,
      String text,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean renewed) {
    public Line {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(text, "text");
    }

    public Line saying(String other) {
      return new Line(kind, other, renewed);
    }
  }

  /** Where some words lead: to a page, a number or a mail address; {@code renewed} as for lines. */
  public record Link(
      String url,
      String text,
      String heading,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean renewed) {
    public Link {
      Objects.requireNonNull(url, "url");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(heading, "heading");
    }

    /** The same for links that lead to the same place. */
    String place() {
      return Outlink.place(url);
    }

    /** The number or address it leads to, if it leads to no page. */
    public Optional<ContactUrl> contact() {
      return ContactUrl.of(url);
    }
  }

  public Reading withLines(List<Line> others) {
    return new Reading(title, others, links, notices, media, pages);
  }

  /** Whether nobody can see a difference: the words, and the places that links lead to. */
  public boolean isSameAs(Reading other) {
    return lines.equals(other.lines)
        && title.equals(other.title)
        && notices.equals(other.notices)
        && pages == other.pages
        && places().equals(other.places());
  }

  private List<String> places() {
    return links.stream().map(Link::place).toList();
  }

  public static Reading of(ReadablePage page) {
    Renewed renewed = Renewed.in(page.blocks());
    return new Reading(
        page.title(),
        lines(page.blocks(), renewed),
        page.outlinks().stream().map(link -> link(link, renewed)).distinct().toList(),
        page.notices().stream().map(Notice::kind).distinct().toList(),
        page.media(),
        page.pages());
  }

  private static List<Line> lines(List<TextBlock> blocks, Renewed renewed) {
    return IntStream.range(0, blocks.size())
        .mapToObj(i -> new Line(blocks.get(i).kind(), blocks.get(i).text(), renewed.block(i)))
        .toList();
  }

  private static Link link(Outlink link, Renewed renewed) {
    return new Link(link.identity(), link.text(), link.heading(), renewed.under(link.heading()));
  }
}
