package signpost.successor;

import java.util.List;
import java.util.Optional;
import signpost.url.WebUrl;
import signpost.web.extract.MediaKind;
import signpost.web.extract.Outlink;
import signpost.web.extract.ReadablePage;
import signpost.web.extract.TextBlock;

/**
 * What we hold of a page that is no longer at its address.
 *
 * @param linkWords the words of guides' links to it
 * @param listedOn the publisher's pages that listed it, with the words of their links
 * @param language the BCP 47 tag it stated
 * @param holder the page of its publication, which it said it belongs to
 */
public record RememberedPage(
    WebUrl url,
    List<String> linkWords,
    String title,
    List<String> headings,
    String text,
    List<ListedAddress> links,
    List<ListedAddress> listedOn,
    MediaKind media,
    Optional<String> language,
    Optional<WebUrl> holder) {
  public RememberedPage {
    linkWords = List.copyOf(linkWords);
    headings = List.copyOf(headings);
    links = List.copyOf(links);
    listedOn = List.copyOf(listedOn);
  }

  /** As it was read before it went. */
  public static RememberedPage of(WebUrl url, ReadablePage page, List<String> linkWords) {
    return new RememberedPage(
        url,
        linkWords,
        page.title(),
        headings(page),
        page.text(),
        page.outlinks().stream().map(RememberedPage::listed).toList(),
        List.of(),
        page.media(),
        page.language(),
        Optional.empty());
  }

  /** Of which nothing is known but its address and the words of links to it. */
  public static RememberedPage unread(WebUrl url, List<String> linkWords) {
    return new RememberedPage(
        url,
        linkWords,
        linkWords.isEmpty() ? "" : linkWords.getFirst(),
        List.of(),
        "",
        List.of(),
        List.of(),
        MediaKind.HTML,
        Optional.empty(),
        Optional.empty());
  }

  /** With the publisher's pages that listed it, and the words of their links. */
  public RememberedPage listedOn(List<ListedAddress> pages) {
    return new RememberedPage(
        url, linkWords, title, headings, text, links, pages, media, language, holder);
  }

  /** As a part of a publication. */
  public RememberedPage heldBy(Optional<WebUrl> publication) {
    return new RememberedPage(
        url, linkWords, title, headings, text, links, listedOn, media, language, publication);
  }

  private static ListedAddress listed(Outlink link) {
    return new ListedAddress(link.url(), link.text());
  }

  static List<String> headings(ReadablePage page) {
    return page.blocks().stream()
        .filter(it -> it.kind() == TextBlock.BlockKind.HEADING)
        .map(TextBlock::text)
        .toList();
  }
}
