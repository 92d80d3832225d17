package signpost.web.extract;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/**
 * Tells a page whose words are put there by scripts from a page that has few words: only the first
 * needs a browser.
 */
final class EmptyShell {
  /** "Loading…", a name, a cookie line; a page of fewer words than this says nothing. */
  private static final int FEW_WORDS = 25;

  /** What says more within {@code <noscript>} than that scripts are needed is the page itself. */
  private static final int MOST_WORDS_WITHOUT_SCRIPTS = 60;

  /** Where the usual frameworks put a page: React, Vue, Next, Nuxt, Gatsby, Angular, Svelte. */
  private static final String ROOTS =
      "#root, #app, #__next, #__nuxt, #___gatsby, #react-root, #app-root, #application, #svelte,"
          + " #q-app, #ember-app, app-root, [ng-app], [data-reactroot], [ng-version]";

  private static final Pattern NEEDS_SCRIPTS =
      Pattern.compile(
          "(?i)\\b(?:enable|activate|turn on|requires?|needs?|without|galluogi)\\b.{0,40}\\bjava ?script\\b"
              + "|\\bjava ?script\\b.{0,60}\\b(?:enabled?|disabled|required|needed|turned on|to run|to work)\\b");

  private static final Set<String> UNSEEN =
      Set.of("script", "style", "noscript", "template", "svg", "dialog");
  private static final Set<String> FURNITURE = Set.of("header", "footer", "nav");

  private EmptyShell() {}

  /** Why a page needs a browser, for ops; nothing where it can be read as it is. */
  static Optional<String> in(Document page) {
    if (page.selectFirst("script:not([type*=json])") == null) {
      return Optional.empty();
    }
    Element body = page.body();
    if (words(body, true) >= FEW_WORDS) {
      return Optional.empty();
    }
    String apart =
        page.select("noscript").stream().map(EmptyShell::apart).reduce("", String::concat);
    if (count(apart) > MOST_WORDS_WITHOUT_SCRIPTS) {
      return Optional.empty();
    }
    if (NEEDS_SCRIPTS.matcher(apart).find()) {
      return Optional.of("its scripts write it: it says that it needs JavaScript");
    }
    for (Element root : page.select(ROOTS)) {
      if (words(root, false) < FEW_WORDS) {
        return Optional.of("its scripts write it: its " + name(root) + " is empty");
      }
    }
    return words(body, false) == 0 && body.selectFirst("img, iframe, object, embed, video") == null
        ? Optional.of("its scripts write it: there are no words")
        : Optional.empty();
  }

  private static String name(Element root) {
    return root.id().isEmpty() ? "<" + root.normalName() + ">" : "#" + root.id();
  }

  /** The words of a {@code <noscript>}, which in the head is kept as text. */
  private static String apart(Element noscript) {
    return " " + noscript.wholeText().replaceAll("<[^>]*>", " ");
  }

  /** Words shown within an element; what is within headers, footers and menus may be left out. */
  private static int words(Element element, boolean ownOnly) {
    int[] words = {0};
    NodeFilter counting =
        (Node node, int depth) -> {
          if (node instanceof TextNode text) {
            words[0] += count(text.getWholeText());
          }
          boolean skipped =
              node instanceof Element it
                  && (UNSEEN.contains(it.normalName())
                      || it.hasAttr("hidden")
                      || (ownOnly && FURNITURE.contains(it.normalName())));
          return skipped ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
        };
    NodeTraversor.filter(counting, element);
    return words[0];
  }

  private static int count(String text) {
    int words = 0;
    boolean within = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = Character.isLetterOrDigit(text.charAt(i));
      words += letter && !within ? 1 : 0;
      within = letter;
    }
    return words;
  }
}
