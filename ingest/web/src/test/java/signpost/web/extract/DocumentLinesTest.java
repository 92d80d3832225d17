package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people come to download is read, with what is said of it. */
class DocumentLinesTest {
  private static final String SITE =
      "<ul><li><a href=/a>About us</a><li><a href=/b>Our work</a><li><a href=/c>Jobs</a></ul>";
  private static final String PROSE =
      "<p>How teams can keep a ward calm by day and by night, and what it costs them.</p>"
          .repeat(3);

  @ParameterizedTest
  @ValueSource(strings = {"pdf", "docx", "xlsx", "PDF?version=2", "odt#page=3", "csv"})
  void fileIsReadWithItsFormatAndSizeWhateverItsBoxIsCalled(String ending) {
    ReadablePage page =
        Pages.read(
            """
            <body><a class=skip href=#content>Skip to content</a><div class=top>%s</div>
            <section id=content><h1>Calm wards</h1>%s
            <div class=summary-meta><h3><a href="/files/handbook.%s">The handbook</a></h3>
            <ul class=meta><li>Word document</li><li>2.1 MB</li><li>46 pages</li></ul></div></section>
            <div class=footer><a href=/privacy.pdf>Privacy notice</a>%s</div>
            """
                .formatted(SITE, PROSE, ending, SITE));
    assertThat(page.text()).contains("The handbook\nWord document\n2.1 MB\n46 pages");
    assertThat(page.outlinks()).extracting(Outlink::text).containsExactly("The handbook");
  }

  @Test
  void numbersThatAreNotSaidOfAFileAreNoneOfIt() {
    BlockWalk walk = walk("<p>Words.</p><p>46 pages</p><p><a href=/a.pdf>A</a></p><p>2 MB</p>");
    assertThat(DocumentLines.of(walk)).containsExactly(false, false, true, true);
  }

  private static BlockWalk walk(String body) {
    PageTree page = PageTree.of(Jsoup.parse(body));
    return new BlockWalk(page, _ -> false).over(page.root());
  }
}
