package signpost.web.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.web.document.DocumentLink.LinkOrigin;
import signpost.web.document.DocumentLink.OriginKind;

/**
 * A field of a Word file as {@code HYPERLINK "https://…" \l "place"}.
 *
 * @see <a href="https://ecma-international.org/publications-and-standards/standards/ecma-376/">
 *     ECMA-376, part 1, 17.16.5.25</a>
 */
final class WordField {
  private static final int LONGEST = 8_000;
  private static final Pattern LINK =
      Pattern.compile("(?i)^\\s*HYPERLINK\\s+(?:[\"“”]([^\"“”]*)[\"“”]|([^\\s\\\\\"]\\S*))");
  private static final Pattern ANCHOR = Pattern.compile("(?i)\\\\l\\s+[\"“”]([^\"“”]*)[\"“”]");

  private final int number;
  private final StringBuilder code = new StringBuilder();
  boolean shown;
  boolean opened;

  /**
   * @param number counts the part's fields from 0
   */
  WordField(int number) {
    this.number = number;
  }

  void code(String text) {
    if (code.length() < LONGEST) {
      code.append(text);
    }
  }

  /** The link it is, without words, if it is one that leads out of the file. */
  Optional<DocumentLink> link(String part) {
    Matcher link = LINK.matcher(code);
    if (!link.find()) {
      return Optional.empty();
    }
    String target = link.group(1) == null ? link.group(2) : link.group(1);
    if (target.isBlank()) {
      return Optional.empty();
    }
    Matcher place = ANCHOR.matcher(code);
    String anchor = place.find(link.end()) ? place.group(1) : "";
    String href = anchor.isEmpty() || target.contains("#") ? target : target + '#' + anchor;
    LinkOrigin origin = new LinkOrigin(part, OriginKind.FIELD, Integer.toString(number), anchor);
    return Optional.of(new DocumentLink(href, "", false, origin));
  }
}
