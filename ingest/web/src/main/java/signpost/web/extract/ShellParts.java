package signpost.web.extract;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a shell has none of: a video, a map, a document in a frame, a form to be filled in. */
final class ShellParts {
  /** So many hidden ones prove nothing. */
  private static final int MOST_LOOKS = 200;

  private static final String FIELDS =
      "input:not([type=hidden]):not([type=submit]):not([type=button]), textarea, select";

  /** What is not shown, or stands around every page: a search, a letter to subscribe to. */
  private static final String AROUND =
      "noscript, template, dialog, nav, header, footer, [role=search], [role=banner],"
          + " [role=navigation], [role=contentinfo]";

  private static final String WHOLE = "body, " + EmptyShell.ROOTS;

  private ShellParts() {}

  /** Whether one of them is shown. */
  static boolean areShown(Element body) {
    List<Element> parts = EmbeddedTargets.in(body);
    List<Element> fields = body.select(FIELDS);
    return parts.size() + fields.size() > MOST_LOOKS
        || parts.stream().anyMatch(ShellParts::isShown)
        || fields.stream().anyMatch(it -> it.closest("form") != null && isShown(it));
  }

  private static boolean isShown(Element part) {
    return part.closest(AROUND) == null && !isHidden(part);
  }

  /** A page that is hidden as a whole is shown by a script. */
  private static boolean isHidden(Element part) {
    for (@Nullable Element at = part; at != null && !at.is(WHOLE); at = at.parent()) {
      if (HiddenElements.isHidden(at)) {
        return true;
      }
    }
    return false;
  }
}
