package signpost.web.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a person would read on a page: the page without its boilerplate.
 *
 * @param lead the summary paragraph, or empty
 * @param language the BCP 47 tag the page states
 * @param dates days the page states about itself (published, updated), in the order found
 * @param translations the page in other languages, as it says itself
 * @param pages page count of a PDF, number of slides of a deck, otherwise 1
 * @param unread what is shown beside that
 */
public record ReadablePage(
    String title,
    String lead,
    Optional<String> language,
    List<TextBlock> blocks,
    List<Outlink> outlinks,
    List<Notice> notices,
    List<LocalDate> dates,
    List<Translation> translations,
    MediaKind media,
    int pages,
    UnreadLines unread) {

  public ReadablePage {
    blocks = List.copyOf(blocks);
    outlinks = List.copyOf(outlinks);
    notices = List.copyOf(notices);
    dates = List.copyOf(dates);
    translations = List.copyOf(translations);
    if (pages < 1) {
      throw new IllegalArgumentException("pages " + pages);
    }
    Objects.requireNonNull(unread, "unread");
  }

  /** All blocks, one a line. */
  public String text() {
    return blocks.stream().map(TextBlock::text).collect(Collectors.joining("\n"));
  }

  /** Characters of readable text: what the next visit's extraction is measured against. */
  public int length() {
    return blocks.stream().mapToInt(block -> block.text().length() + 1).sum();
  }

  /** Whether its publisher says that it is no longer current, or that there is no such page. */
  public boolean speaksOfItsEnd() {
    return !notices.isEmpty() || NotFoundWords.areIn(title);
  }

  /**
   * SHA-256, in hex, of what a reader can notice: title, blocks, notices and where links lead.
   * Session ids and tracking parameters in links, and white space, do not count.
   */
  public String fingerprint() {
    return Fingerprint.of(this);
  }
}
