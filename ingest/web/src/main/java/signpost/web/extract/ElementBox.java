package signpost.web.extract;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One element of a page as the extraction sees it: where it stands and how much it says. */
final class ElementBox {
  private static final Set<String> INLINE =
      Set.of(
          "a",
          "abbr",
          "acronym",
          "b",
          "bdi",
          "bdo",
          "big",
          "button",
          "cite",
          "code",
          "data",
          "del",
          "dfn",
          "em",
          "font",
          "i",
          "ins",
          "kbd",
          "label",
          "mark",
          "q",
          "rp",
          "rt",
          "ruby",
          "s",
          "samp",
          "small",
          "span",
          "strike",
          "strong",
          "sub",
          "sup",
          "time",
          "tt",
          "u",
          "var",
          "wbr",
          "img",
          "picture",
          "center-inline",
          "math",
          "nobr",
          "g-emoji",
          "amp-img");

  private static final int FEW_TOKENS = 300;

  final Element element;
  final String tag;
  final @Nullable ElementBox parent;
  final int open;
  final int number;
  final int depth;
  final boolean link;
  private final boolean inline;
  int close;

  /** Thought to be no content by the rules. */
  boolean dropped;

  /** Not shown at first, or within what is not. */
  boolean hidden;

  /** The root of a publisher's rule, the lead, or a notice: it is a line of its own. */
  boolean marked;

  /** Never read: noise of a publisher's rule, a control, what somebody paid for. */
  boolean removed;

  /** Where a page without a main element sends those who skip what stands before its content. */
  boolean skippedTo;

  /** Set by {@link PageTree#measure}. */
  int chars;

  int linkChars;
  int proseChars;
  int commas;
  int links;
  double score;
  private @Nullable Set<String> words;

  ElementBox(Element element, @Nullable ElementBox parent, int open, int number) {
    this.element = element;
    this.number = number;
    this.tag = element.normalName();
    this.parent = parent;
    this.open = open;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.link = tag.equals("a") && element.hasAttr("href");
    this.inline =
        INLINE.contains(tag) && !(tag.equals("button") && attribute("role").equals("tab"));
  }

  boolean isInline() {
    return inline;
  }

  /** Dropped, and not for what it stands in. */
  boolean isDroppedItself() {
    return dropped && (parent == null || !parent.dropped);
  }

  /** Whether the page calls it its main part. */
  boolean isMain() {
    return is("main") || attribute("role").equals("main");
  }

  /** Whether it is that, or what a page that has none takes for it. */
  boolean standsForMain() {
    return skippedTo || isMain();
  }

  /** So that what is in it may be looked through more than once. */
  boolean isSmall() {
    return close - open <= FEW_TOKENS;
  }

  boolean isHeading() {
    return tag.length() == 2
        && tag.charAt(0) == 'h'
        && tag.charAt(1) >= '1'
        && tag.charAt(1) <= '6';
  }

  boolean holds(ElementBox other) {
    return open <= other.open && other.close <= close;
  }

  /** Two elements may be equal by content and still stand in two places. */
  @SuppressWarnings("ReferenceEquality")
  boolean isFor(Element other) {
    return element == other;
  }

  /** Whether reading this box reads the other one too. */
  boolean shows(ElementBox other) {
    for (ElementBox at = other; at != null; at = at.parent) {
      if (at == this) {
        return true;
      }
      if (at.dropped) {
        return false;
      }
    }
    return false;
  }

  /** Share of the text that is link text, 0–1. */
  double linkDensity() {
    return chars == 0 ? 0 : (double) linkChars / chars;
  }

  /**
   * Lower-case words of class, id and component names: {@code share-bar} and {@code shareBar} both
   * hold share.
   */
  Set<String> words() {
    Set<String> known = words;
    if (known == null) {
      known =
          ClassWords.of(
              element.className() + named("data-component") + named("data-testid"), element.id());
      words = known;
    }
    return known;
  }

  private String named(String attribute) {
    return element.hasAttr(attribute) ? " " + element.attr(attribute) : "";
  }

  boolean is(String... tags) {
    for (String each : tags) {
      if (tag.equals(each)) {
        return true;
      }
    }
    return false;
  }

  String attribute(String name) {
    return element.attr(name).strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "<" + tag + " " + words() + "> " + chars;
  }
}
