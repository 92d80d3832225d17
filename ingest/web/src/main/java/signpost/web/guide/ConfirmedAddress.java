package signpost.web.guide;

import java.time.Instant;
import java.util.Objects;
import signpost.catalogue.Placement;
import signpost.url.WebUrl;

/**
 * What a guide's keeper said a line's address is. It stands until the file says something else than
 * it said then.
 *
 * @param section the title of the line's section
 * @param text the words of the line
 * @param fileSaid the address and status in the file at that time
 * @param at when it was said
 */
public record ConfirmedAddress(
    String guide, String section, String text, WebUrl url, String fileSaid, Instant at) {
  public ConfirmedAddress {
    Objects.requireNonNull(guide, "guide");
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(fileSaid, "fileSaid");
    Objects.requireNonNull(at, "at");
  }

  /** Whether it is about this line of a file, and the file says of it what it said then. */
  boolean isOf(String section, Placement line) {
    return section.equals(this.section) && line.text().equals(text) && said(line).equals(fileSaid);
  }

  /** Whether it is about the same line of the same guide. */
  public boolean isOfSameLineAs(ConfirmedAddress other) {
    return guide.equals(other.guide) && section.equals(other.section) && text.equals(other.text);
  }

  /** What a file says of a line's address. */
  public static String said(Placement line) {
    return line.url().map(WebUrl::href).orElse("") + " " + line.status();
  }
}
