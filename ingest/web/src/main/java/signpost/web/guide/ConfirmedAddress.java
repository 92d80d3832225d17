package signpost.web.guide;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import signpost.catalogue.Placement;
import signpost.url.WebUrl;

/**
 * What a guide's owner said a line's address is. It stands until file or page say something else
 * than they said then.
 *
 * @param fileSaid the address and status in the file at that time; empty for a line of the page
 *     alone
 * @param pageSaid the address on the page at that time
 * @param at when it was said
 */
public record ConfirmedAddress(
    LineName line, WebUrl url, String fileSaid, Optional<WebUrl> pageSaid, Instant at) {
  public ConfirmedAddress {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(fileSaid, "fileSaid");
    Objects.requireNonNull(pageSaid, "pageSaid");
    Objects.requireNonNull(at, "at");
  }

  /**
   * A line by its words.
   *
   * @param section the title of its section
   * @param text its words
   * @param nth of the lines of these words in this section, from 1
   */
  public record LineName(String section, String text, int nth) {
    public LineName {
      Objects.requireNonNull(section, "section");
      Objects.requireNonNull(text, "text");
    }
  }

  /** Whether the file says of the line what it said then. */
  boolean stands(Placement written) {
    return said(written).equals(fileSaid);
  }

  /** Whether the page says of the line what it said then, or what was confirmed, or nothing. */
  boolean stands(Optional<WebUrl> onPage) {
    Optional<String> there = onPage.map(LiveLinks::place);
    return there.isEmpty()
        || there.equals(pageSaid.map(LiveLinks::place))
        || there.get().equals(LiveLinks.place(url));
  }

  /** What a file says of a line's address. */
  public static String said(Placement line) {
    return line.url().map(WebUrl::href).orElse("") + " " + line.status();
  }
}
