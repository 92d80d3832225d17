package signpost.tools.repair;

import java.util.Optional;
import java.util.regex.Pattern;
import signpost.tools.check.TextLinks;

/** How an address stands in a file, which says how another is written in its place. */
enum AddressUse {
  /** The value of an attribute of a link, in HTML or XML. */
  MARKUP,
  /** The same, of something nobody reading the file sees: written along, and not counted. */
  UNSEEN,
  /** A Markdown destination, which may hold escapes. */
  MARKDOWN,
  /** A Markdown address in angle brackets, which may not. */
  ANGLES,
  /** A Markdown address by itself. */
  BARE,
  /** In a field of a Word document. */
  FIELD,
  /** In a field that is split over runs of a Word document. */
  SPLIT,
  /** In words that people read. */
  SHOWN,
  /** Anywhere else, as an image or the front matter. */
  ELSEWHERE;

  private static final Pattern REFERENCE = Pattern.compile("&(?=#?\\w{1,32};)");
  private static final Pattern ESCAPED = Pattern.compile("[\\\\`|()]");

  /** Whether it is a link by itself. */
  boolean link() {
    return this != SHOWN && this != ELSEWHERE && this != UNSEEN;
  }

  /** The address as it is written there, or nothing if a person must do it. */
  Optional<String> written(String href) {
    return switch (this) {
      case MARKUP, UNSEEN -> Optional.of(markup(href));
      case FIELD -> href.indexOf('\\') < 0 ? Optional.of(markup(href)) : Optional.empty();
      case MARKDOWN -> Optional.of(markdown(href));
      case ANGLES -> href.matches("[^\\\\`|]+") ? Optional.of(href) : Optional.empty();
      case BARE ->
          href.matches("[^\\\\`|*&]+|[^\\\\`|*;]+") && TextLinks.end(href, 0) == href.length()
              ? Optional.of(href)
              : Optional.empty();
      case SPLIT, SHOWN, ELSEWHERE -> Optional.empty();
    };
  }

  private static String markup(String href) {
    return href.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("`", "&#96;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  private static String markdown(String href) {
    String literal = REFERENCE.matcher(href).replaceAll("&amp;");
    return ESCAPED.matcher(literal).replaceAll("\\\\$0");
  }
}
