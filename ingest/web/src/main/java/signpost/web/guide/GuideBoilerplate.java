package signpost.web.guide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import signpost.web.extract.ClassWords;
import signpost.web.extract.HiddenElements;

/**
 * Takes away what stands around a guide and is no part of it. No name and no tag outvotes what is
 * there: what holds more than a third of the links, or the page's title, stays whatever it is
 * called.
 */
final class GuideBoilerplate {
  private static final String NEVER_READ = "script, style, template, noscript, dialog, iframe";

  private static final String AROUND =
      "nav, footer, form, [role=navigation], [role=banner], [role=contentinfo], [role=search],"
          + " [role=dialog]";

  /** Heads of the page itself; an article's own head may hold the first links. */
  private static final String PAGE_HEAD =
      "body > header, body > form > header, body > div > header";

  private static final Set<String> NAMES =
      Set.of(
          "cookie",
          "cookies",
          "breadcrumb",
          "breadcrumbs",
          "skip",
          "skiplink",
          "pager",
          "pagination",
          "share",
          "sharing",
          "addtoany",
          "addthis",
          "toc",
          "sidebar",
          "sidenav",
          "feedback",
          "ribbon",
          "newsletter");

  private static final Pattern SOCIAL =
      Pattern.compile(
          "https?://(?:[\\w-]+\\.)*(?:facebook\\.com|twitter\\.com|x\\.com|linkedin\\.com"
              + "|instagram\\.com|youtube\\.com|pinterest\\.com|whatsapp\\.com|bsky\\.app"
              + "|tiktok\\.com|threads\\.net)(?:[/?#].*)?");

  private final Element main;
  private final int links;
  private final Set<String> opened;

  private GuideBoilerplate(Document document, Element main) {
    this.main = main;
    this.links = links(main);
    this.opened = new HashSet<>(document.select("[aria-controls]").eachAttr("aria-controls"));
    document
        .select("[data-target^=#], [data-bs-target^=#]")
        .forEach(it -> {
          opened.add(it.attr("data-target").replaceFirst("^#", ""));
          opened.add(it.attr("data-bs-target").replaceFirst("^#", ""));
        });
  }

  /** What is never read by anybody, before the main part is looked for. */
  static void removeUnread(Document document) {
    document.select(NEVER_READ).remove();
  }

  /** What stands around the guide in the main part. */
  static void removeAround(Document document, Element main) {
    GuideBoilerplate boilerplate = new GuideBoilerplate(document, main);
    boilerplate.remove(main.select(AROUND), _ -> true);
    boilerplate.remove(main.select(PAGE_HEAD), _ -> true);
    boilerplate.remove(main.select("[class], [id]"), GuideBoilerplate::isNamed);
    boilerplate.remove(main.select("ul, div, p"), GuideBoilerplate::isSocial);
    boilerplate.remove(main.getAllElements(), boilerplate::isHidden);
    boilerplate.removeAbove();
  }

  /** What stands above a guide's title leads back or elsewhere, where most links stand below. */
  private void removeAbove() {
    Element title = main.selectFirst("h1");
    if (title == null || title.text().isBlank()) {
      return;
    }
    List<Element> above = new ArrayList<>();
    for (Element link : main.select("h1, a[href]")) {
      if (link.equals(title)) {
        break;
      }
      above.add(link);
    }
    if (2 * above.size() < links(main)) {
      above.forEach(Element::remove);
    }
  }

  private void remove(List<Element> parts, Predicate<Element> wanted) {
    for (Element part : parts) {
      if (part.hasParent() && wanted.test(part) && !isTheGuide(part)) {
        part.remove();
      }
    }
  }

  private boolean isTheGuide(Element part) {
    return part.equals(main)
        || 3 * links(part) > links
        || part.selectFirst("h1, main, [role=main]") != null;
  }

  private static int links(Element part) {
    return part.select("a[href]").size();
  }

  private static boolean isNamed(Element part) {
    return !part.nameIs("a")
        && ClassWords.of(part.className(), part.id()).stream().anyMatch(NAMES::contains);
  }

  /** Where all links lead to networks to share the page on, or to follow its publisher there. */
  private static boolean isSocial(Element part) {
    List<String> hrefs = part.select("a[href]").eachAttr("href");
    return hrefs.size() > 2 && hrefs.stream().allMatch(GuideBoilerplate::isSocial);
  }

  private static boolean isSocial(String href) {
    return href.startsWith("mailto:") || SOCIAL.matcher(href).matches();
  }

  /** Folded parts are opened by somebody who reads; what nothing opens is not shown. */
  private boolean isHidden(Element part) {
    return HiddenElements.isUnseen(part)
        || (HiddenElements.isHidden(part) && !opened.contains(part.id()));
  }
}
