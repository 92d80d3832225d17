package signpost.web.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import signpost.url.WebUrl;
import signpost.web.extract.PageExplanation.ChosenBy;
import signpost.web.extract.PageExplanation.ExplainedLine;

class PageExplanationTest {
  private static final String MENU =
      "<nav><ul>" + many("<li><a href='/m%d'>Menu %d</a></li>") + "</ul></nav>";
  private static final String ARTICLE =
      "<h1>Sleep</h1>" + many("<p>Sleep is better in a dark room, as night %d showed us all.</p>");

  @Test
  void eachLineSaysWhetherItIsReadAndWhatSpokeForIt() {
    PageExplanation explained = explain("<body>" + MENU + "<main>" + ARTICLE + "</main></body>");
    assertThat(explained.how()).isEqualTo(ChosenBy.TREES);
    ExplainedLine menu = line(explained, "Menu 3");
    ExplainedLine night =
        line(explained, "Sleep is better in a dark room, as night 3 showed us all.");
    assertThat(menu.read()).isFalse();
    assertThat(night.read()).isTrue();
    assertThat(night.probability().orElseThrow()).isGreaterThan(menu.probability().orElseThrow());
    assertThat(night.reasons()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
    assertThat(menu.reasons().getFirst().weight()).isNegative();
    assertThat(explained.share()).isBetween(0.5, 0.95);
  }

  @Test
  void whatIsReadIsWhatIsSaidToBe() {
    String html = "<body>" + MENU + "<main>" + ARTICLE + "</main></body>";
    String read =
        explain(html).lines().stream()
            .filter(ExplainedLine::read)
            .map(ExplainedLine::text)
            .filter(text -> !text.equals("Sleep"))
            .collect(Collectors.joining("\n"));
    assertThat(Pages.read(html, "https://www.nowhere.example/").text()).isEqualTo(read);
  }

  @Test
  void publishersRuleAndFewLinesAreNotWeighed() {
    assertThat(explain("<p>Short.</p>").how()).isEqualTo(ChosenBy.STRUCTURE);
    assertThat(
            explain("https://www.gov.uk/sleep", "<main id='content'>" + ARTICLE + "</main>").how())
        .isEqualTo(ChosenBy.PUBLISHER_RULE);
    assertThat(line(explain("<p>Short.</p>"), "Short.").probability()).isEmpty();
  }

  @Test
  void onlyHtmlIsExplained() {
    try (MediaPageReader reader = new MediaPageReader(PublisherRules.builtIn())) {
      assertThat(
              reader.explain(
                  "plain words".getBytes(UTF_8),
                  Optional.of("text/plain"),
                  WebUrl.of("https://a.example/")))
          .isEmpty();
    }
  }

  @Test
  void articleForumAndServiceAreToldApart() {
    assertThat(explain("<main><article>" + ARTICLE.repeat(3) + "</article></main>").kind())
        .isEqualTo(PageKind.ARTICLE);
    String posts =
        many(
            "<div class='post'><div class='author'>user%d</div><time>2 May</time><div"
                + " class='message'><p>I had that as well, and it went away, number %d.</p></div></div>");
    assertThat(
            explain(
                    "<link rel=canonical href='https://forum.example/threads/9'><h1>Odd noise</h1>"
                        + posts)
                .kind())
        .isEqualTo(PageKind.FORUM);
  }

  private static ExplainedLine line(PageExplanation explained, String text) {
    return explained.lines().stream()
        .filter(line -> line.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static PageExplanation explain(String html) {
    return explain("https://www.nowhere.example/", html);
  }

  private static PageExplanation explain(String url, String html) {
    try (MediaPageReader reader = new MediaPageReader(PublisherRules.builtIn())) {
      return reader
          .explain(html.getBytes(UTF_8), Optional.of("text/html; charset=utf-8"), WebUrl.of(url))
          .orElseThrow();
    }
  }

  private static String many(String each) {
    return IntStream.range(0, 20).mapToObj(i -> each.formatted(i, i)).collect(Collectors.joining());
  }
}
