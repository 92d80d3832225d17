package signpost.web.extract;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells the parts every page of a site carries from the part this page is about. */
final class BoilerplateDetector {
  private static final int OWN_PROSE = 500;

  /** Characters of prose from which a page is there to be read rather than to lead on. */
  private static final int LONG_READ = 3_000;

  private static final Set<String> ROLES =
      Set.of(
          "navigation",
          "search",
          "contentinfo",
          "dialog",
          "alertdialog",
          "menu",
          "menubar",
          "complementary",
          "toolbar");

  private static final int LONGEST_BANNER = 2_500;
  private static final Pattern COOKIES = Pattern.compile("(?i)\\b(?:cookie|cwci)");

  private static final String[] MAIN = {"main", "article"};

  private BoilerplateDetector() {}

  /**
   * Marks what is boilerplate; {@code page} is measured afterwards. Within the main part of a page
   * that is no article, cards, buttons and boxes with contacts are what people come for.
   *
   * @param content what holds the content for certain; nothing around it is dropped
   * @param placed whether a publisher's rule says so: it names what is noise in it, and a name that
   *     only may mean boilerplate takes nothing away there
   */
  static void drop(PageTree page, boolean article, List<ElementBox> content, boolean placed) {
    int all = page.root().chars;
    int allProse = page.root().proseChars;
    boolean[] around = around(page, content);
    List<ElementBox> sure = placed ? content : List.of();
    for (ElementBox box : page.boxes) {
      boolean amid = !around[box.number];
      boolean unread = PageControls.isControl(box) || (amid && isBanner(box, all));
      box.removed |= unread;
      box.dropped |=
          box.parent != null
              && (box.parent.dropped
                  || (amid
                      && (unread
                          || isBoilerplate(box, all, allProse, article, sure, content.isEmpty()))));
      ElementBox paidFor = PageControls.paidFor(box);
      if (paidFor != null) {
        paidFor.dropped = true;
        paidFor.removed = true;
      }
    }
    page.measure();
  }

  private static boolean isBoilerplate(
      ElementBox box,
      int all,
      int allProse,
      boolean article,
      List<ElementBox> sure,
      boolean mainless) {
    if (box.is("article") && isTalk(box, allProse)) {
      return true;
    }
    if (box.is("main", "article", "body")
        || box.isHeading()
        || (box.isInline() && !box.is("span"))) {
      return false;
    }
    if (isTalk(box, allProse)) {
      return true;
    }
    if (box.chars * 2 > all || (allProse > 400 && box.proseChars * 3 > allProse)) {
      return false;
    }
    if (box.is("nav", "menu", "form") || ROLES.contains(box.attribute("role"))) {
      return true;
    }
    boolean leadsOn =
        !article && allProse < LONG_READ && (inMain(box) || (mainless && standsFree(box)));
    if (box.is("aside", "footer")) {
      return !leadsOn || !givesContact(box);
    }
    if (box.is("header") && !within(box, "main", "article")) {
      return !holdsHeading(box);
    }
    return !box.is("summary")
        && !within(box, "summary")
        && hasBoilerplateName(box, leadsOn, sure.stream().anyMatch(root -> root.holds(box)))
        && !holdsHeading(box)
        && !PageFacts.outweigh(box, standsFree(box));
  }

  /** Which parts are certain content, or hold it. */
  private static boolean[] around(PageTree page, List<ElementBox> content) {
    boolean[] around = new boolean[page.boxes.size()];
    for (ElementBox box : content) {
      for (ElementBox at = box; at != null && !around[at.number]; at = at.parent) {
        around[at.number] = true;
      }
    }
    return around;
  }

  /** What asks for consent to cookies may say more than a short page does. */
  private static boolean isBanner(ElementBox box, int all) {
    return box.is("div", "section", "aside")
        && box.chars <= LONGEST_BANNER
        && box.chars < all
        && box.element.attributesSize() > 0
        && box.words().stream().anyMatch(BoilerplateNames.BANNER::contains)
        && !within(box, MAIN)
        && !inMain(box)
        && !holdsHeading(box)
        && COOKIES.matcher(box.element.text()).find();
  }

  /** Whether an element has the name of such a box. */
  static boolean namedForConsent(Element element) {
    return ClassWords.of(element.className(), element.id()).stream()
        .anyMatch(BoilerplateNames.BANNER::contains);
  }

  /** Whether one that nobody has measured says what such a box says. */
  static boolean asksForConsent(String text) {
    return text.length() <= LONGEST_BANNER && COOKIES.matcher(text).find();
  }

  private static boolean inMain(ElementBox box) {
    for (ElementBox at = box.parent; at != null; at = at.parent) {
      if (at.isMain()) {
        return true;
      }
    }
    return false;
  }

  private static boolean standsFree(ElementBox box) {
    return !within(box, "nav", "footer", "aside", "header");
  }

  private static boolean givesContact(ElementBox box) {
    return box.element.selectFirst("a[href^=tel:], a[href^=mailto:], address") != null;
  }

  private static boolean isTalk(ElementBox box, int allProse) {
    return box.is("div", "section", "ol", "ul", "article", "aside")
        && box.element.attributesSize() > 0
        && allProse - box.proseChars > OWN_PROSE
        && box.words().stream().anyMatch(BoilerplateNames.TALK::contains)
        && !holdsHeading(box);
  }

  private static boolean hasBoilerplateName(ElementBox box, boolean leadsOn, boolean sure) {
    if (box.element.attributesSize() == 0) {
      return false;
    }
    boolean likely = false;
    for (String word : box.words()) {
      if (leadsOn && BoilerplateNames.CARDS.contains(word)) {
        continue;
      }
      if (BoilerplateNames.SURE.contains(word)) {
        return true;
      }
      likely |=
          BoilerplateNames.LIKELY.contains(word) && !(word.equals("header") && headsSection(box));
    }
    return likely && !sure && readsAsBoilerplate(box);
  }

  /** The head of a card or a folded section, whose heading is part of what a page says. */
  private static boolean headsSection(ElementBox box) {
    return box.isSmall() && inMain(box) && box.element.select("h2, h3, h4, h5, h6").size() == 1;
  }

  private static boolean readsAsBoilerplate(ElementBox box) {
    return box.linkDensity() > 0.33
        || (box.proseChars < 140 && box.chars < 300 && !holdsHeading(box));
  }

  private static boolean holdsHeading(ElementBox box) {
    return box.element.selectFirst("h1") != null;
  }

  static boolean within(ElementBox box, String... tags) {
    for (ElementBox at = box.parent; at != null; at = at.parent) {
      if (at.is(tags)) {
        return true;
      }
    }
    return false;
  }
}
