package signpost.web.extract;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Knows whether a page is an article, and the part its publisher's mark-up calls its body. */
final class ArticleBody {
  /** Class names under which content systems and publishers set an article's text. */
  private static final Set<String> NAMES =
      Set.of(
          "entry-content",
          "post-content",
          "post-body",
          "postbody",
          "post-text",
          "post_content",
          "td-post-content",
          "blog-content",
          "blog-post-content",
          "blog-body",
          "single-content",
          "article-body",
          "article__body",
          "articlebody",
          "article_body",
          "article-content",
          "article__content",
          "article_content",
          "articlecontent",
          "article-text",
          "articletext",
          "article__text",
          "article-copy",
          "article-main",
          "body-copy",
          "body-text",
          "bodytext",
          "content-body",
          "content__body",
          "story-body",
          "story__body",
          "story-content",
          "story-text",
          "storybody",
          "storytext",
          "storycontent",
          "news-content",
          "news-body",
          "newsbody",
          "field-name-body",
          "field--name-body",
          "body-content",
          "caas-body",
          "mw-parser-output",
          "article-page__body",
          "js-article-body");

  private static final String TYPE = "\"@type\"\\s*:\\s*\\[?\\s*\"";
  private static final Pattern ARTICLE_TYPE =
      Pattern.compile(
          TYPE
              + "(?:(?:News|Reportage|Analysis\\w*|Opinion\\w*|Review\\w*|Tech|Scholarly)?Article"
              + "|BlogPosting|SocialMediaPosting)\"");
  private static final Pattern PAGE_TYPE =
      Pattern.compile(TYPE + "(?:Web|Collection|Item|FAQ|About|Contact|Search\\w*)Page\"");
  private static final int LONG_ENOUGH = 500;
  private static final int LONG_READ = 1_500;

  private ArticleBody() {}

  /** Content systems call every page an article; one that is typed as another kind is not. */
  static boolean isArticle(PageTree page, Document document) {
    Element head = document.head();
    String typed = linkedData(document);
    return head.selectFirst("meta[property=article:published_time]") != null
        || page.boxes.stream().anyMatch(ArticleBody::isTyped)
        || ARTICLE_TYPE.matcher(typed).find()
        || (head.selectFirst("meta[property=og:type][content=article]") != null
            && !PAGE_TYPE.matcher(typed).find());
  }

  /** Much prose and few links, whatever the page says it is. */
  static boolean readsLikeOne(ElementBox root) {
    return root.proseChars >= LONG_READ && root.linkDensity() < 0.3;
  }

  private static String linkedData(Document document) {
    return document.select("script[type=application/ld+json]").stream()
        .map(Element::data)
        .collect(Collectors.joining("\n"));
  }

  /**
   * The one part that is marked or named as the text, or a hardly larger article around it.
   *
   * @param likely where most prose was found by counting; a named part must hold most of its prose
   */
  static @Nullable ElementBox of(PageTree page, @Nullable ElementBox likely) {
    ElementBox body = only(page, box -> box.attribute("itemprop").equals("articlebody"));
    if (body == null && likely != null) {
      body = named(page, likely);
    }
    if (body == null) {
      body = only(page, ArticleBody::isTyped);
    }
    return body == null ? null : withItsArticle(body);
  }

  private static boolean isTyped(ElementBox box) {
    if (box.hidden) {
      return false;
    }
    String type = box.element.attr("itemtype");
    return type.endsWith("Article") || type.endsWith("BlogPosting");
  }

  private static @Nullable ElementBox only(PageTree page, Predicate<ElementBox> kind) {
    List<ElementBox> bodies =
        page.boxes.stream().filter(box -> !box.dropped && kind.test(box)).limit(2).toList();
    return bodies.size() == 1 && bodies.getFirst().chars >= LONG_ENOUGH ? bodies.getFirst() : null;
  }

  private static @Nullable ElementBox named(PageTree page, ElementBox likely) {
    return page.boxes.stream()
        .filter(box -> !box.dropped && box.proseChars >= LONG_ENOUGH && isNamed(box))
        .filter(box -> box.proseChars * 20 >= likely.proseChars * 17)
        .filter(box -> box.holds(likely) || likely.holds(box))
        .min(Comparator.comparingInt(box -> box.chars))
        .orElse(null);
  }

  private static boolean isNamed(ElementBox box) {
    return Stream.concat(
            box.element.hasAttr("class") ? box.element.classNames().stream() : Stream.empty(),
            Stream.of(box.element.id()))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(NAMES::contains);
  }

  private static ElementBox withItsArticle(ElementBox body) {
    for (ElementBox up = body.parent; up != null; up = up.parent) {
      if (up.is("article") && up.chars * 4 < body.chars * 5) {
        return up;
      }
    }
    return body;
  }
}
