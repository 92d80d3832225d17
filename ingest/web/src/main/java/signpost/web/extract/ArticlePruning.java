package signpost.web.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of an article what stands in it and is not of it: players, picture shows, and after its
 * text the teasers of other articles. Pages of other kinds live by their lists and cards.
 */
final class ArticlePruning {
  static final Set<String> SHOWS =
      Set.of(
          "gallery",
          "slideshow",
          "slider",
          "carousel",
          "swiper",
          "player",
          "vjs",
          "jwplayer",
          "lightbox",
          "poll",
          "quiz");

  /** Headings that lead over to something else, where they say nothing more. */
  private static final Pattern LEADS_AWAY =
      Pattern.compile(
          "(?i)(?:(?:you (?:may|might) (?:also |be )?|we think you'll )(?:like|interested in|love|enjoy)"
              + "|(?:recommended |suggested )?(?:related|recommended|similar|further|suggested)"
              + " ?(?:news|articles?|posts?|stor(?:y|ies)|content|reading|topics?|coverage|items?"
              + "|videos?|links|pages|for you)?|recommendations"
              + "|(?:more|most|also) ?(?:from|on|in|like|about|to|read|popular|viewed|shared)\\b.{0,40}"
              + "|more (?:articles|news|posts|stories)\\b.{0,20}"
              + "|(?:read|up|what to read) (?:next|more)|keep reading|don't miss|trending(?: now)?"
              + "|(?:latest|popular|recent|top|featured|other) (?:news|articles|posts|stories|comments|videos)"
              + "|share (?:this|on|via|the)\\b.{0,20}|share|about the authors?|leave a (?:reply|comment)"
              + "|(?:\\d+ )?(?:comments?|responses?|replies)(?: \\(\\d+\\))?|join the (?:conversation|discussion)"
              + "|sign up\\b.{0,60}|subscribe\\b.{0,60}|newsletters?|follow us\\b.{0,30}"
              + "|tags|topics|categories|filed under)[:.…!]?");

  /** Names of what stands below an article: who wrote it, what else there is. */
  static final Set<String> ABOUT =
      Set.of(
          "author",
          "authors",
          "bio",
          "biography",
          "contributor",
          "contributors",
          "comments",
          "cta",
          "tags",
          "teaser",
          "teasers",
          "trending",
          "popular",
          "readmore",
          "donate");

  /** Lines that advertising leaves behind. */
  private static final Pattern ADVERTISING =
      Pattern.compile(
          "(?i)(?:(?:skip )?advertise?ments?|(?:continue reading|skip to) (?:the main story|.{0,30}below)"
              + "|story continues below(?: advertisement)?|article continues (?:after|below).{0,20}"
              + "|sponsored(?: content)?|paid content|promoted|anzeige|werbung|publicidad|publicité"
              + "|reklama|advertentie)[.:]?");

  private static final int LONGEST_LINE = 80;
  private static final int MOST_STEPS = 20;

  /** Deeper down nobody sets teasers, and looking for them there would take long. */
  private static final int DEEPEST = 100;

  private static final int ARTICLE = 800;

  /** If this much prose stands beside a part, the part is not the article itself. */
  private static final int REST = 500;

  private final PageTree page;
  private final ElementBox root;

  private ArticlePruning(PageTree page, ElementBox root) {
    this.page = page;
    this.root = root;
  }

  static void article(PageTree page, List<ElementBox> roots) {
    for (ElementBox root : roots) {
      new ArticlePruning(page, root).prune();
    }
    page.measure();
  }

  private void prune() {
    int said = 0;
    for (int i = root.open + 1; i < root.close; i++) {
      switch (page.tokens.get(i)) {
        case PageTree.Token.OpenBox(ElementBox box) -> {
          if (box.dropped || goes(box, said)) {
            box.dropped = true;
            i = box.close;
          }
        }
        case PageTree.Token.TextRun words ->
            said += words.prose() && !words.linked() ? words.chars() : 0;
        case PageTree.Token.CloseBox _ -> {}
      }
    }
  }

  private boolean goes(ElementBox box, int said) {
    if (box.isInline() || box.is("h1") || root.proseChars - box.proseChars < REST) {
      return false;
    }
    if (isShow(box)) {
      return true;
    }
    if (box.proseChars * 2 > root.proseChars) {
      return false;
    }
    if (ADVERTISING.matcher(line(box)).matches()) {
      return true;
    }
    return root.proseChars >= ARTICLE && isAfterwards(box, said);
  }

  private static boolean isShow(ElementBox box) {
    return box.element.hasAttr("class") && box.words().stream().anyMatch(SHOWS::contains);
  }

  /** What follows the text and consists of links, or stands under a heading that leads away. */
  private boolean isAfterwards(ElementBox box, int said) {
    if (said * 10 < root.proseChars * 8) {
      return false;
    }
    ElementBox first = box.isHeading() ? null : firstHeading(box);
    boolean leadsAway = first != null && leadsAway(first) && box.proseChars * 5 < root.proseChars;
    return leadsAway || isTeasers(box) || isAbout(box);
  }

  private boolean isAbout(ElementBox box) {
    return box.proseChars * 5 < root.proseChars
        && box.element.hasAttr("class")
        && box.words().stream().anyMatch(ABOUT::contains);
  }

  private @Nullable ElementBox firstHeading(ElementBox box) {
    int chars = 0;
    for (int i = box.open + 1; i < box.close && chars == 0; i++) {
      switch (page.tokens.get(i)) {
        case PageTree.Token.OpenBox(ElementBox inner) -> {
          if (inner.isHeading()) {
            return inner;
          }
        }
        case PageTree.Token.TextRun words -> chars += words.chars();
        case PageTree.Token.CloseBox _ -> {}
      }
    }
    return null;
  }

  private static boolean leadsAway(ElementBox heading) {
    return LEADS_AWAY.matcher(line(heading).replace('’', '\'')).matches();
  }

  /** The words of a part that is one short line; of others none. */
  private static String line(ElementBox box) {
    return box.chars <= LONGEST_LINE && box.close - box.open <= MOST_STEPS
        ? ReadableText.oneLine(box.element.text())
        : "";
  }

  /** Three or more parts built alike, each with a link, saying little. */
  private static boolean isTeasers(ElementBox box) {
    boolean listing = box.links >= 3 && box.linkDensity() >= 0.3 && box.depth < DEEPEST;
    if (!listing || !box.is("div", "section", "ul", "ol", "aside")) {
      return false;
    }
    Map<String, Integer> shapes = new HashMap<>();
    for (Element child : box.element.children()) {
      if (child.selectFirst("a[href] img, img + a[href], h2 a, h3 a, h4 a") != null) {
        shapes.merge(child.normalName() + "." + child.className(), 1, Integer::sum);
      }
    }
    return shapes.values().stream().anyMatch(count -> count >= 3);
  }
}
