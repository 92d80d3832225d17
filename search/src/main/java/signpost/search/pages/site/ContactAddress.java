package signpost.search.pages.site;

import java.util.Optional;
import signpost.url.WebUrl;

/**
 * Where somebody can be reached: what people read, and what a link to it leads to.
 *
 * @param uri with {@code mailto:}, {@code http:} or {@code https:}
 */
public record ContactAddress(String words, String uri) {

  /** What a setting means; empty for what is neither a page nor a mail address. */
  public static Optional<ContactAddress> of(String setting) {
    String contact = setting.strip().replaceFirst("(?i)^mailto:", "");
    if (contact.contains("://")) {
      return WebUrl.parse(contact)
          .filter(WebUrl::web)
          .map(url -> new ContactAddress(contact, url.toString()));
    }
    return contact.matches("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\"]+")
        ? Optional.of(new ContactAddress(contact, "mailto:" + contact))
        : Optional.empty();
  }
}
