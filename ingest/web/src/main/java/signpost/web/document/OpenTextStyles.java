package signpost.web.document;

import java.util.HashMap;
import java.util.Map;

/** The styles of an OpenDocument text as far as they make a title, by the style they go back to. */
final class OpenTextStyles implements XmlVisitor {
  private static final int MOST_BASES = 12;

  private final Map<String, String> parents = new HashMap<>();

  @Override
  public void starts(XmlElement element) {
    if (element.name().equals("style")) {
      parents.putIfAbsent(element.value("name"), element.value("parent-style-name"));
    }
  }

  @Override
  public void ends(String name) {}

  boolean isTitle(String style) {
    String at = style;
    for (int i = 0; i < MOST_BASES && !at.isEmpty(); i++) {
      if (at.equals("Title")) {
        return true;
      }
      at = parents.getOrDefault(at, "");
    }
    return false;
  }
}
