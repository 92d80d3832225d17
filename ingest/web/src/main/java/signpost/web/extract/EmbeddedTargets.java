package signpost.web.extract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * Puts a plain link where a reader meets something from elsewhere: a video, a map, a form, a flip
 * book, a document in a frame; and gives buttons that open a page by a script its address.
 */
final class EmbeddedTargets {
  /** On a link that stands for an embed. */
  static final String MARK = "data-signpost-embed";

  private static final int LONGEST = 2_000;
  private static final int MOST_WORDS = 200;

  private static final Evaluator EMBEDS =
      Selector.evaluatorOf(
          "iframe, embed[src], object[data], video, audio, lite-youtube[videoid],"
              + " lite-vimeo[videoid], [data-oembed-url], oembed[url], [data-youtube-id],"
              + " [data-vimeo-id], .typeform-widget[data-url], [data-tf-live], [data-tf-widget],"
              + " .issuuembed[data-configid], script[src*=form.jotform.com/jsform/]");

  /** Those of them that are told by their name; all others have an attribute "data-…". */
  private static final Set<String> EMBED_NAMES =
      Set.of(
          "iframe",
          "embed",
          "object",
          "video",
          "audio",
          "lite-youtube",
          "lite-vimeo",
          "oembed",
          "script");

  /** Attributes that hold an address, also until a consent or a scroll puts it in place. */
  private static final List<String> SOURCES =
      List.of(
          "src",
          "data-src",
          "data-lazy-src",
          "data-original",
          "data-cookieblock-src",
          "data-consent-src",
          "data-cookie-src",
          "data",
          "data-oembed-url",
          "url",
          "data-url");

  /** What is nothing to a reader. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "(?i)\\b(?:advert\\w*|ads?|ad content|recaptcha|captcha|cookies?|consent|chat(?:bot)?|tracking"
              + "|analytics|tag manager|like button|tweet button|share)\\b");

  private static final Pattern TRACKERS =
      Pattern.compile(
          "(?i)googletagmanager|doubleclick|googlesyndication|amazon-adsystem|facebook\\.com/(?:tr|plugins/(?:like|page))"
              + "|platform\\.twitter\\.com|recaptcha|hotjar|addthis|sharethis|livechat|intercom|about:blank");

  private static final Pattern GENERIC =
      Pattern.compile(
          "(?i)(?:youtube|vimeo|embedded|google|video|media|iframe)?[ -]*(?:video|map|maps|content|player|embed|media|document"
              + "|frame|form|oembed)?(?: player)?");

  private static final Pattern OPENS =
      Pattern.compile(
          "(?:window\\.open|location\\.(?:assign|replace))\\s*\\(\\s*['\"]([^'\"]{1,2000})['\"]"
              + "|location(?:\\.href)?\\s*=\\s*['\"]([^'\"]{1,2000})['\"]");

  private EmbeddedTargets() {}

  /** What a part of a page shows from elsewhere, known or not, wherever it stands. */
  static List<Element> in(Element part) {
    return embeds(part)
        .filter(it -> address(it).filter(from -> isSeen(it, from, true)).isPresent())
        .toList();
  }

  static void reveal(Document document) {
    for (Element element : embeds(document).toList()) {
      if (element.closest("noscript, template, [" + MARK + "]") == null) {
        address(element).ifPresent(address -> name(element, address, EmbedService.of(address)));
      }
    }
    document.select("[onclick], a[href^=javascript:]").forEach(EmbeddedTargets::open);
  }

  /** Looks closely at few elements, for on each page there are thousands. */
  private static Stream<Element> embeds(Element part) {
    return part.stream().filter(it -> mayEmbed(it) && it.is(EMBEDS));
  }

  private static boolean mayEmbed(Element element) {
    if (EMBED_NAMES.contains(element.normalName())) {
      return true;
    }
    for (Attribute attribute : element.attributes()) {
      if (attribute.getKey().startsWith("data-")) {
        return true;
      }
    }
    return false;
  }

  /** Where what is embedded can be found. */
  private static Optional<String> address(Element element) {
    return byNumber(element)
        .or(() ->
            Stream.concat(Stream.of(element), element.select("source[src]").stream())
                .flatMap(it -> SOURCES.stream().map(it::attr))
                .map(String::strip)
                .filter(it -> !it.isEmpty() && !it.startsWith("data:") && !it.startsWith("blob:"))
                .findFirst())
        .filter(it -> it.length() <= LONGEST);
  }

  private static Optional<String> byNumber(Element element) {
    return Stream.of(
            numbered(
                element,
                "videoid",
                element.normalName().equals("lite-vimeo")
                    ? "https://vimeo.com/"
                    : "https://www.youtube.com/watch?v="),
            numbered(element, "data-youtube-id", "https://www.youtube.com/watch?v="),
            numbered(element, "data-vimeo-id", "https://vimeo.com/"),
            numbered(element, "data-tf-live", "https://form.typeform.com/to/"),
            numbered(element, "data-tf-widget", "https://form.typeform.com/to/"),
            numbered(element, "data-configid", "https://e.issuu.com/embed.html#"))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> numbered(Element element, String attribute, String before) {
    return Optional.of(element.attr(attribute).strip())
        .filter(number -> !number.isEmpty())
        .map(before::concat);
  }

  private static boolean isSeen(Element element, String address, boolean known) {
    boolean small =
        Stream.of("width", "height")
            .map(it -> element.attr(it).strip())
            .anyMatch(
                it -> it.equals("0") || it.equals("1") || it.equals("0px") || it.equals("1px"));
    return !small
        && !HiddenElements.isHidden(element)
        && !TRACKERS.matcher(address).find()
        && !UNSEEN.matcher(title(element)).find()
        && (known || !title(element).isEmpty() || isMedia(element));
  }

  private static boolean isMedia(Element element) {
    return !element.normalName().equals("iframe") && !element.normalName().equals("script");
  }

  private static void name(Element element, String address, Optional<EmbedService> service) {
    if (!isSeen(element, address, service.isPresent())) {
      return;
    }
    String own = service.map(it -> it.ownAddress(address)).orElse(address);
    String title = title(element);
    String words =
        title.isEmpty() || GENERIC.matcher(title).matches()
            ? service.map(EmbedService::kind).orElseGet(() -> kind(element))
            : ReadableText.cut(title, MOST_WORDS);
    element.replaceWith(
        new Element("p")
            .appendChild(new Element("a").attr("href", own).attr(MARK, "").text(words)));
  }

  private static String kind(Element element) {
    return switch (element.normalName()) {
      case "video" -> "Video";
      case "audio" -> "Audio";
      default -> "Document";
    };
  }

  private static String title(Element element) {
    return Stream.of("title", "aria-label", "playlabel", "data-title")
        .map(it -> ReadableText.oneLine(element.attr(it)))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Gives what a script opens its address. */
  private static void open(Element element) {
    String href = element.attr("href").strip();
    boolean leads = !href.isEmpty() && !href.startsWith("#") && !isScript(href);
    Matcher opens = OPENS.matcher(isScript(href) ? href : element.attr("onclick"));
    if (leads || !opens.find()) {
      return;
    }
    String address = opens.group(1) == null ? opens.group(2) : opens.group(1);
    if (UNSEEN.matcher(address).find()
        || address.contains("sharer")
        || address.contains("intent/")) {
      return;
    }
    if (element.normalName().equals("a")) {
      element.attr("href", address);
    } else if (element.normalName().equals("button")) {
      element.replaceWith(new Element("a").attr("href", address).text(element.text()));
    }
  }

  private static boolean isScript(String href) {
    return href.toLowerCase(Locale.ROOT).startsWith("javascript:");
  }
}
