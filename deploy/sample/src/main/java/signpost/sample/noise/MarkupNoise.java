package signpost.sample.noise;

import java.util.HexFormat;
import java.util.Random;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What servers put into markup and addresses, unseen by readers. */
@SuppressWarnings("ImmutableEnumChecker") // none of the lambdas keeps anything
public enum MarkupNoise implements NoiseKind {
  CSP_NONCE((page, moment) -> {
    page.select("script").attr("nonce", token(moment, "nonce"));
    page.body().append("<script nonce=\"" + token(moment, "nonce") + "\">window.go=1</script>");
  }),
  CSRF_TOKEN((page, moment) -> {
    page.head().append("<meta name=\"csrf-token\" content=\"" + token(moment, "csrf") + "\">");
    PagePlaces.main(page)
        .append(
            "<form class=\"search\"><input type=\"hidden\" name=\"authenticity_token\" value=\""
                + token(moment, "csrf")
                + "\"><button>Go</button></form>");
  }),
  RANDOM_IDS((page, moment) ->
      PagePlaces.main(page)
          .select("h2, h3, ul")
          .forEach(it -> it.attr("id", "id-" + token(moment, it.text())))),
  HIDDEN_MAIL(MarkupNoise::hideMail),
  SESSION_IDS((page, moment) ->
      page.select("a[href^=/], a[href^=http]").forEach(it -> session(it, moment))),
  CACHE_BUSTERS_IN_LINKS((page, moment) ->
      PagePlaces.main(page)
          .select("a[href^=http]")
          .forEach(it -> it.attr("href", it.attr("href") + "?v=" + token(moment, "bust")))),
  CACHE_BUSTERS_IN_IMAGES((page, moment) ->
      PagePlaces.put(
          page,
          moment,
          "image",
          "<img alt=\"Staff in a meeting\" src=\"/images/team.jpg?t="
              + moment.at().getEpochSecond()
              + "\">")),
  TRACKING_PARAMETERS((page, moment) ->
      PagePlaces.main(page)
          .select("a[href^=http]")
          .forEach(it ->
              it.attr(
                  "href",
                  it.attr("href")
                      + "?utm_source=site&utm_campaign="
                      + token(moment, "utm")
                      + "&fbclid="
                      + token(moment, "fb")))),
  ASSET_FINGERPRINTS((page, moment) -> {
    page.select("link[rel=stylesheet]")
        .attr("href", "/assets/app-" + token(moment, "css") + ".css");
    page.select("script[src]").attr("src", "/assets/app-" + token(moment, "js") + ".js");
  }),
  CLASS_HASHES((page, moment) ->
      page.body()
          .select("p, li, td, section, h2")
          .forEach(it -> it.addClass("css-" + token(moment, it.normalName())))),
  LAZY_IMAGES((page, moment) -> {
    String source =
        moment.each("lazy").nextBoolean()
            ? "src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\" data-src=\"/images/hall.jpg\""
            : "src=\"/images/hall.jpg\" loading=\"lazy\"";
    PagePlaces.put(page, moment, "lazy", "<figure><img alt=\"The hall\" " + source + "></figure>");
  }),
  JSON_LD((page, moment) ->
      page.head()
          .append(
              "<script type=\"application/ld+json\">{\"@type\":\"WebPage\",\"dateModified\":\""
                  + moment.at()
                  + "\"}</script>")),
  CODE_COMMENTS((page, moment) ->
      page.body()
          .appendChild(
              new Comment(
                  " served by web%d in %d ms, request %s "
                      .formatted(moment.visit() % 3, moment.visit() * 7 + 3, token(moment, "r"))))),
  CAPTCHA((page, moment) -> {
    Random each = moment.each("captcha");
    PagePlaces.main(page)
        .append(
            "<form class=\"contact-form\"><label>What is %d + %d?</label><input name=\"sum\"></form>"
                .formatted(each.nextInt(9), each.nextInt(9)));
  }),
  PAGING_TOKEN((page, moment) ->
      PagePlaces.main(page)
          .append(
              "<nav class=\"pagination\"><a href=\"?page=2&token=%s\">Next page</a></nav>"
                  .formatted(token(moment, "paging")))),
  ATTRIBUTE_ORDER((page, moment) -> page.body().getAllElements().forEach(MarkupNoise::turn)),
  INDENTED((page, moment) ->
      page.outputSettings().prettyPrint(moment.visit() % 2 == 0).indentAmount(moment.visit() % 5)),
  MINIFIED((page, moment) -> MarkupNoise.minify(page, moment.visit() % 2 == 0)),
  ENTITIES((page, moment) ->
      page.outputSettings()
          .charset(moment.visit() % 2 == 0 ? "US-ASCII" : "UTF-8")
          .escapeMode(
              moment.visit() % 3 == 0
                  ? org.jsoup.nodes.Entities.EscapeMode.extended
                  : org.jsoup.nodes.Entities.EscapeMode.base));

  private final NoiseEdit act;

  MarkupNoise(NoiseEdit act) {
    this.act = act;
  }

  @Override
  public void disturb(Document page, NoisyVisit moment) {
    act.on(page, moment);
  }

  private static String token(NoisyVisit moment, String what) {
    return Long.toHexString(moment.each(what).nextLong());
  }

  /** As Cloudflare hides addresses from robots, with another key at every visit. */
  private static void hideMail(Document page, NoisyVisit moment) {
    for (Element link : page.select("a[href^=mailto:]")) {
      String mail = link.attr("href").substring("mailto:".length());
      int key = moment.each("mail").nextInt(256);
      byte[] hidden = new byte[mail.length() + 1];
      hidden[0] = (byte) key;
      for (int i = 0; i < mail.length(); i++) {
        hidden[i + 1] = (byte) (mail.charAt(i) ^ key);
      }
      String hex = HexFormat.of().formatHex(hidden);
      link.attr("href", "/cdn-cgi/l/email-protection#" + hex)
          .html(
              "<span class=\"__cf_email__\" data-cfemail=\""
                  + hex
                  + "\">[email&nbsp;protected]</span>");
    }
  }

  private static void session(Element link, NoisyVisit moment) {
    String href = link.attr("href");
    link.attr(
        "href",
        href.contains("?")
            ? href + "&sid=" + token(moment, "session")
            : href + ";jsessionid=" + token(moment, "session"));
  }

  private static void turn(Element element) {
    Attributes turned = new Attributes();
    element.attributes().asList().reversed().forEach(turned::put);
    element.clearAttributes();
    for (Attribute attribute : turned) {
      element.attr(attribute.getKey(), attribute.getValue());
    }
  }

  private static void minify(Document page, boolean now) {
    if (now) {
      page.body()
          .select("*")
          .forEach(it ->
              it.textNodes()
                  .forEach(text -> text.text(text.getWholeText().replaceAll("\\s+", " "))));
    }
  }
}
