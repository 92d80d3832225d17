package signpost.web.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import signpost.url.WebUrl;

/**
 * Three guides in each of the shapes that councils' and charities' systems give them, in words of
 * our own: every link stands under its heading, and nothing else is taken for a link of the guide.
 */
class GuideShapesTest {
  private static final WebUrl BASE = WebUrl.of("https://www.council.example/guides/support");

  /** A guide: its headings in order, and under each the words and addresses of its links. */
  record MadeGuide(String title, Map<String, Map<String, String>> sections) {
    String each(Function<Map.Entry<String, Map<String, String>>, String> part) {
      return sections.entrySet().stream().map(part).collect(Collectors.joining("\n"));
    }
  }

  /** A page in one shape. */
  record MadePage(String shape, MadeGuide guide, String html) {
    @Override
    public String toString() {
      return shape + ": " + guide.title();
    }
  }

  private static final Map<String, Function<MadeGuide, String>> SHAPES = new LinkedHashMap<>();

  static {
    SHAPES.put("LocalGov Drupal, accordion", GuideShapesTest::localGov);
    SHAPES.put("Jadu", GuideShapesTest::jadu);
    SHAPES.put("Umbraco, cards", GuideShapesTest::cards);
    SHAPES.put("WordPress, blocks", GuideShapesTest::wordPress);
    SHAPES.put("WordPress, folded details", GuideShapesTest::details);
    SHAPES.put("WordPress, Elementor toggles", GuideShapesTest::toggles);
    SHAPES.put("SharePoint, one form", GuideShapesTest::sharePoint);
    SHAPES.put("SharePoint, styled paragraphs", GuideShapesTest::styles);
    SHAPES.put("Word, saved as a page", GuideShapesTest::word);
    SHAPES.put("Bootstrap, tabs", GuideShapesTest::tabs);
    SHAPES.put("terms", GuideShapesTest::terms);
    SHAPES.put("tables", GuideShapesTest::tables);
    SHAPES.put("headings that are links", GuideShapesTest::linkedHeadings);
  }

  private static final List<MadeGuide> GUIDES =
      List.of(
          guide("Support for young carers", "Talking to somebody", "Money", "Time for yourself"),
          guide(
              "Social care and housing", "Share a home", "Newsletter for tenants", "Cookies’ café"),
          guide("Byw gyda dementia", "Cymorth gartref", "Arian a budd-daliadau", "Gofalwyr"));

  static Stream<MadePage> pages() {
    return SHAPES.entrySet().stream()
        .flatMap(shape ->
            GUIDES.stream()
                .map(it -> new MadePage(shape.getKey(), it, shape.getValue().apply(it))));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkStandsUnderItsHeading(MadePage page) {
    ImportedGuide read =
        GuideImport.fromHtml(
            page.html().getBytes(UTF_8), Optional.of("text/html;charset=utf-8"), BASE);
    assertThat(read.title()).isEqualTo(page.guide().title());
    assertThat(lines(read)).containsExactlyElementsOf(lines(page.guide()));
  }

  private static List<String> lines(ImportedGuide guide) {
    List<String> lines = new ArrayList<>();
    guide
        .sections()
        .forEach(section ->
            section
                .placements()
                .forEach(it ->
                    lines.add(
                        line(section.title(), it.text(), it.url().map(WebUrl::href).orElse("")))));
    return lines;
  }

  private static List<String> lines(MadeGuide guide) {
    List<String> lines = new ArrayList<>();
    guide
        .sections()
        .forEach(
            (heading, links) -> links.forEach((text, url) -> lines.add(line(heading, text, url))));
    return lines;
  }

  private static String line(String heading, String text, String url) {
    return heading + " | " + text + " | " + url;
  }

  private static MadeGuide guide(String title, String... headings) {
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    IntStream.range(0, headings.length)
        .forEach(at -> {
          Map<String, String> links = new LinkedHashMap<>();
          IntStream.rangeClosed(1, 3)
              .forEach(n ->
                  links.put(
                      "Help "
                          + (at * 3 + n)
                          + " with "
                          + headings[at].toLowerCase(java.util.Locale.ROOT),
                      "https://help" + (at * 3 + n) + ".example/" + (title.length() + n)));
          sections.put(headings[at], links);
        });
    return new MadeGuide(title, sections);
  }

  /** {@code shape}: of a link, with the place of its address and that of its words. */
  private static String links(Map<String, String> links, String shape) {
    return links.entrySet().stream()
        .map(it -> shape.formatted(it.getValue(), it.getKey()))
        .collect(Collectors.joining());
  }

  private static String list(Map<String, String> links) {
    String shape = "<li><a href='%s'>%s</a> is there for anybody who lives here.</li>";
    return "<ul>" + links(links, shape) + "</ul>";
  }

  private static String main(MadeGuide it, String body) {
    return around("<main><h1>" + it.title() + "</h1>" + body + "</main>");
  }

  private static String around(String main) {
    return """
    <!doctype html><html lang=en><head><title>Guide | Council</title></head><body class="page has-sidebar">
    <div class="cookie-banner"><p>We use cookies. <a href="/cookies">Read more</a></p></div>
    <header class="site-header"><a href="/">Home</a><nav><ul><li><a href="/bins">Bins</a></li></ul></nav></header>
    %s
    <footer><a href="/privacy">Privacy</a> <a href="https://www.facebook.com/council">Facebook</a></footer>
    </body></html>
    """
        .formatted(main);
  }

  private static String localGov(MadeGuide it) {
    return around(
        "<nav class=breadcrumb aria-label=Breadcrumb><a href='/'>Home</a></nav><main id=main-content>"
            + "<article class='node--type-localgov-services-page'><h1 class=lgd-page-title-block__title>"
            + it.title()
            + "</h1><div class='field localgov-text-plain'><div class=accordion>"
            + it.each(part ->
                "<div class=accordion-pane><h2 class=accordion-pane__title><button aria-expanded=false aria-controls='p"
                    + part.getKey().hashCode()
                    + "'>"
                    + part.getKey()
                    + "</button></h2><div hidden id='p"
                    + part.getKey().hashCode()
                    + "'>"
                    + list(part.getValue())
                    + "</div></div>")
            + "</div></div></article><form class=feedback><p>Was this page useful? <a href='/feedback'>Tell us"
            + "</a></p></form></main>");
  }

  private static String jadu(MadeGuide it) {
    return around(
        "<div id=content class='container container--sidebar'><h1>"
            + it.title()
            + "</h1><div class='editor byEditor'>"
            + it.each(part -> "<h2>" + part.getKey() + "</h2>" + list(part.getValue()))
            + "</div><div class='share-page'><a href='https://www.facebook.com/sharer'>Share</a></div>"
            + "<form action='/search'><input name=q></form></div>");
  }

  private static String cards(MadeGuide it) {
    String card = "<a class=card href='%s'><h3>%s</h3><p>Open on weekdays.</p></a>";
    return main(
        it,
        it.each(part ->
            "<section class='cards social-care'><h2>"
                + part.getKey()
                + "</h2>"
                + links(part.getValue(), card)
                + "</section>"));
  }

  private static String wordPress(MadeGuide it) {
    return around(
        "<main id=primary><article class='post-12 page'><header class=entry-header><h1 class=entry-title>"
            + it.title()
            + "</h1></header><div class=entry-content>"
            + it.each(part ->
                "<h2 class=wp-block-heading>" + part.getKey() + "</h2>" + list(part.getValue()))
            + "<div class='sharedaddy sd-sharing-enabled'><ul><li><a href='https://twitter.com/share'>X</a></li>"
            + "<li><a href='https://www.facebook.com/s'>F</a></li><li><a href='https://www.linkedin.com/s'>L</a>"
            + "</li></ul></div></div></article><nav class='navigation post-navigation'><a href='/next'>Next</a>"
            + "</nav></main>");
  }

  private static String details(MadeGuide it) {
    return main(
        it,
        "<div class=entry-content>"
            + it.each(part ->
                "<details class=wp-block-details><summary>"
                    + part.getKey()
                    + "</summary>"
                    + list(part.getValue())
                    + "</details>")
            + "</div>");
  }

  private static String toggles(MadeGuide it) {
    return around(
        "<div id=content><h1 class=elementor-heading-title>"
            + it.title()
            + "</h1><div class=elementor-toggle>"
            + it.each(part ->
                "<div class=elementor-toggle-item><div class=elementor-tab-title role=button aria-expanded=false"
                    + " aria-controls='e"
                    + part.getKey().hashCode()
                    + "'><a class=elementor-toggle-title tabindex=0>"
                    + part.getKey()
                    + "</a></div><div class='elementor-tab-content' style='display:none' id='e"
                    + part.getKey().hashCode()
                    + "'>"
                    + list(part.getValue())
                    + "</div></div>")
            + "</div></div>");
  }

  private static String sharePoint(MadeGuide it) {
    return "<html><head><title>Guide</title></head><body><form method=post id=aspnetForm><div id=s4-ribbonrow>"
        + "<a href='/_layouts/help'>Help</a></div><div id=s4-workspace><div id=sideNavBox role=navigation>"
        + "<a href='/sites/a'>Team site</a></div><div id=contentBox><h1>"
        + it.title()
        + "</h1><div class=ms-rtestate-field>"
        + it.each(
            part -> "<h3 class=ms-rteElement-H3>" + part.getKey() + "</h3>" + list(part.getValue()))
        + "</div></div></div></form></body></html>";
  }

  private static String styles(MadeGuide it) {
    return around(
        "<div role=main><div role=heading aria-level=1></div><h1>"
            + it.title()
            + "</h1>"
            + it.each(part ->
                "<p class=ms-rteElement-H2>" + part.getKey() + "</p>" + list(part.getValue()))
            + "</div>");
  }

  private static String word(MadeGuide it) {
    String line =
        "<p class=MsoListParagraph><span>·</span> <a href='%s'><span>%s</span></a>: a good start.</p>";
    return "<html><head><title>"
        + it.title()
        + "</title></head><body><div class=WordSection1><h1>"
        + it.title()
        + "</h1>"
        + it.each(part ->
            "<p class=MsoNormal><b><span lang=EN-GB>"
                + part.getKey()
                + "</span></b></p>"
                + links(part.getValue(), line))
        + "</div></body></html>";
  }

  private static String tabs(MadeGuide it) {
    return main(
        it,
        "<ul class='nav nav-tabs' role=tablist>"
            + it.each(part ->
                "<li><a role=tab id='t%1$d' href='#p%1$d' aria-controls='p%1$d'>%2$s</a></li>"
                    .formatted(part.getKey().hashCode(), part.getKey()))
            + "</ul>"
            + it.each(part ->
                "<div class='tab-pane fade' role=tabpanel id='p%1$d' aria-labelledby='t%1$d'>%2$s</div>"
                    .formatted(part.getKey().hashCode(), list(part.getValue()))));
  }

  private static String terms(MadeGuide it) {
    return main(
        it,
        "<dl>"
            + it.each(
                part -> "<dt>" + part.getKey() + "</dt><dd>" + list(part.getValue()) + "</dd>")
            + "</dl>");
  }

  private static String tables(MadeGuide it) {
    String row = "<tr><td><a href='%s'>%s</a></td><td>Daily</td></tr>";
    return main(
        it,
        it.each(part ->
            "<table><caption>"
                + part.getKey()
                + "</caption><tr><th>Who</th><th>When</th></tr>"
                + links(part.getValue(), row)
                + "</table>"));
  }

  private static String linkedHeadings(MadeGuide it) {
    String item = "<div class=item><h3><a href='%s'>%s</a></h3><p>For everybody.</p></div>";
    return main(
        it, it.each(part -> "<h2>" + part.getKey() + "</h2>" + links(part.getValue(), item)));
  }
}
