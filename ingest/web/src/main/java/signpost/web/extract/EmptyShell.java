package signpost.web.extract;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Tells a page whose words are put there by scripts from a page that has few words: only the first
 * needs a browser. What says anything to a reader is no shell, whatever stands empty beside it.
 */
final class EmptyShell {
  /** A name, or a sign that something comes; a page that says more is read as it is. */
  static final int MOST_WORDS = 5;

  /** What says more within {@code <noscript>} than that scripts are needed is the page itself. */
  private static final int MOST_WORDS_WITHOUT_SCRIPTS = 60;

  /** A title says that its page is over within as much. */
  private static final int LONGEST_TITLE = 300;

  /** Ops read it in a line. */
  private static final int LONGEST_NAME = 60;

  static final Pattern NEEDS_SCRIPTS =
      Pattern.compile(
          "(?i)\\b(?:enable|activate|turn on|requires?|needs?|without|galluogi)\\b.{0,40}\\bjava ?script\\b"
              + "|\\bjava ?script\\b.{0,60}\\b(?:enabled?|disabled|required|needed|turned on|to run|to work)\\b");

  /** What pages have that is not the page. */
  private static final Pattern PART =
      Pattern.compile(
          "(?i)\\b(?:comments?|disqus|discussion|maps?|videos?|player|chat|forms?|gallery|slideshow"
              + "|e-?mail|calendar|cart|basket|poll|captcha)\\b");

  /**
   * Where the usual frameworks put a page: React, Vue, Next, Nuxt, Gatsby, Angular, Svelte, Quasar,
   * Ember, Wix, Salesforce.
   */
  static final String ROOTS =
      "#root, #app, #__next, #__nuxt, #___gatsby, #react-root, #app-root, #application, #svelte,"
          + " #q-app, #ember-app, #SITE_CONTAINER, #auraLoadingBox, app-root, webruntime-app,"
          + " [ng-app], [data-reactroot], [ng-version]";

  /** What shows something without a word. */
  private static final String SHOWN =
      "img, iframe, frame, object, embed, video, audio, lite-youtube, lite-vimeo";

  /** What is read without scripts, or by them. */
  private static final String APART = "noscript, template";

  private EmptyShell() {}

  /** Why a page needs a browser, for ops; nothing where it can be read as it is. */
  static Optional<String> in(Document page) {
    if (ShellWords.areMany(page.body()) || speaks(page)) {
      return Optional.empty();
    }
    if (page.selectFirst("frameset") != null
        || page.selectFirst("script:not([type*=json])") == null
        || ShellParts.areShown(page.body())) {
      return Optional.empty();
    }
    String apart = NoscriptWords.in(page);
    if (WordCount.of(apart) > MOST_WORDS_WITHOUT_SCRIPTS) {
      return Optional.empty();
    }
    return sign(page, apart).map("its scripts write it: "::concat);
  }

  private static boolean speaks(Document page) {
    String title = ReadableText.cut(ReadableText.oneLine(page.title()), LONGEST_TITLE);
    if (speaksOfItsEnd(title)) {
      return true;
    }
    ShellWords words = ShellWords.of(page.body(), title, site(page));
    return words.count() > MOST_WORDS || words.said();
  }

  private static boolean speaksOfItsEnd(String title) {
    return NotFoundWords.areIn(title) || NoticeWords.inTitle(title).isPresent();
  }

  private static Optional<String> sign(Document page, String apart) {
    if (NEEDS_SCRIPTS.matcher(apart).find() && !PART.matcher(apart).find()) {
      return Optional.of("it says that it needs JavaScript");
    }
    Element known = page.selectFirst(ROOTS); // Its few words may stand within: a name.
    if (known != null) {
      return Optional.of("its " + name(known) + " is empty");
    }
    return isBare(page.body()) ? Optional.of(bare(page)) : Optional.empty();
  }

  /** Where nothing that is known speaks for a shell, no part of it may say or show anything. */
  private static boolean isBare(Element body) {
    return ShellWords.areNone(body)
        && body.select(SHOWN).stream()
            .allMatch(it -> HiddenElements.isHidden(it) || it.closest(APART) != null);
  }

  private static String bare(Document page) {
    Element own = ownElement(page);
    return own == null ? "there are no words" : "its " + name(own) + " is empty";
  }

  private static @Nullable Element ownElement(Document page) {
    return page.body().children().stream()
        .filter(it -> it.normalName().contains("-") && !it.hasText())
        .findFirst()
        .orElse(null);
  }

  private static String name(Element root) {
    return root.id().isEmpty()
        ? "<" + ReadableText.cut(root.normalName(), LONGEST_NAME) + ">"
        : "#" + ReadableText.cut(ReadableText.oneLine(root.id()), LONGEST_NAME);
  }

  private static String site(Document page) {
    Element name =
        page.head().selectFirst("meta[property=og:site_name], meta[name=application-name]");
    return name == null ? "" : ReadableText.oneLine(name.attr("content"));
  }
}
