package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.url.WebUrl;

class HtmlReaderTest {
  private static final WebUrl BASE = WebUrl.of("https://example.org/a/b");
  private final HtmlReader reader = new HtmlReader(PublisherRules.builtIn());

  @Test
  void headingsListsTablesAndDefinitionsStayInOrder() {
    ReadablePage page =
        Pages.read(
            """
            <main><h1>Helplines</h1><p>Call when you need to talk.</p>
            <h2>Numbers</h2><ul><li>Samaritans: 116 123<ul><li>free</li></ul></li></ul>
            <table><tr><th>Day</th><th>Hours</th></tr><tr><td>Monday</td><td>9 to 5</td></tr></table>
            <dl><dt>Who</dt><dd>Anyone</dd></dl><h3>After</h3><p>One<br><br>Two</p></main>
            """);
    assertThat(page.blocks())
        .containsExactly(
            TextBlock.paragraph("Call when you need to talk."),
            TextBlock.heading(2, "Numbers"),
            new TextBlock(TextBlock.BlockKind.ITEM, 1, "Samaritans: 116 123"),
            new TextBlock(TextBlock.BlockKind.ITEM, 2, "free"),
            new TextBlock(TextBlock.BlockKind.ROW, 0, "Day\tHours"),
            new TextBlock(TextBlock.BlockKind.ROW, 0, "Monday\t9 to 5"),
            new TextBlock(TextBlock.BlockKind.ROW, 0, "Who\tAnyone"),
            TextBlock.heading(3, "After"),
            TextBlock.paragraph("One"),
            TextBlock.paragraph("Two"));
    assertThat(page.title()).isEqualTo("Helplines");
  }

  @Test
  void aTermKeepsWhatDescribesIt() {
    ReadablePage page =
        Pages.read(
            """
            <main><h1>Visiting</h1><p>Everybody is welcome to look round before they decide.</p>
            <dl><div><dt><p>Opening hours</p></dt><dd><p>9am to 5pm</p><p>Closed on Sundays</p></dd></div>
            <div><dt>Phone</dt><dt>Text</dt><dd>01234 567890</dd><dd>01234 567891</dd></div>
            <dt>Bring</dt><dd><ul><li>a letter</li><li>a friend</li></ul></dd>
            <dt>Nothing more</dt></dl><dl><dt>Cost<dd>Free</dl><p>Come soon.</p></main>
            """);
    assertThat(page.blocks())
        .extracting(TextBlock::text)
        .containsExactly(
            "Everybody is welcome to look round before they decide.",
            "Opening hours\t9am to 5pm",
            "Closed on Sundays",
            "Phone, Text\t01234 567890\t01234 567891",
            "Bring",
            "a letter",
            "a friend",
            "Nothing more",
            "Cost\tFree",
            "Come soon.");
  }

  @Test
  void afterATermThatNothingDescribesParagraphsAreParagraphs() {
    ReadablePage page =
        Pages.read(
            """
            <main><h1>Visiting</h1><p>Everybody is welcome to look round before they decide.</p>
            <dl><dt>Nothing more</dt></dl><p>Come soon, and bring a friend.</p><p>Do.</p></main>
            """);
    assertThat(page.blocks())
        .extracting(TextBlock::kind)
        .containsExactly(
            TextBlock.BlockKind.PARAGRAPH,
            TextBlock.BlockKind.ITEM,
            TextBlock.BlockKind.PARAGRAPH,
            TextBlock.BlockKind.PARAGRAPH);
  }

  @Test
  void aDateIsNoLead() {
    for (String stamp :
        List.of(
            "Updated 29 March 2026",
            "Published on: Monday 3rd August 2026, last updated 4 November 2026 at 10:00am",
            "5 minutes read, reviewed 2026-11-04",
            "Cyhoeddwyd ar 3 Awst 2026, diweddarwyd 4 Tachwedd 2026")) {
      ReadablePage page =
          Pages.read(
              "<main><h1>Visiting</h1><p class=intro>"
                  + stamp
                  + "</p><p>"
                  + stamp
                  + "</p><p>Everybody is welcome to look round before they decide.</p></main>");
      assertThat(page.lead()).isEqualTo("Everybody is welcome to look round before they decide.");
    }
    ReadablePage page =
        Pages.read("<main><h1>X</h1><p class=intro>Updated advice for carers, May 2026</p></main>");
    assertThat(page.lead()).isEqualTo("Updated advice for carers, May 2026");
  }

  @Test
  void boilerplateIsLeftOut() {
    ReadablePage page =
        Pages.read(
            """
            <body><div id=cookie-banner><p>We use cookies, some of which are essential.</p></div>
            <nav><a href=/>Home</a></nav>
            <main><h1>Guide</h1><p>Trauma is common, and people recover with the right support around them.</p>
            <p hidden>secret</p><p style="display: none">hidden</p><!--noindex--><p>Do not index</p><!--/noindex-->
            <div class=share-bar><a href=x>Share</a></div>
            <form class=feedback><label>Was this useful?</label><button>Yes</button></form>
            <aside class=related>Related pages</aside></main><footer>© Us</footer></body>
            """);
    assertThat(page.text())
        .isEqualTo("Trauma is common, and people recover with the right support around them.");
  }

  @Test
  void linksKnowTheirHeadingAndFollowTheBase() {
    ReadablePage page =
        Pages.read(
            """
            <head><base href="https://cdn.example.org/x/"></head><main><h2>Resources</h2>
            <p>Read the <a href="toolkit#part-2">toolkit</a>, mail <a href="mailto:a@b.c">us</a> or
            <a href="/cdn-cgi/l/email-protection#aa" data-cfemail=aa>[email&#160;protected]</a>, see
            <a href="https://elsewhere.example/"><img alt="Elsewhere" src=x></a> for more of the same.</p></main>
            """);
    assertThat(page.outlinks())
        .containsExactly(
            new Outlink(
                WebUrl.of("https://cdn.example.org/x/toolkit#part-2"),
                "toolkit",
                "Resources",
                Optional.of("part-2")),
            new Outlink(WebUrl.of("mailto:a@b.c"), "us", "Resources", Optional.empty()),
            new Outlink(
                WebUrl.of("https://elsewhere.example/"),
                "Elsewhere",
                "Resources",
                Optional.empty()));
  }

  @Test
  void languageAndDatesAreThoseStated() {
    ReadablePage page =
        Pages.read(
            """
            <html lang=cy><head><meta property="article:published_time" content="2022-07-01T09:00:00Z"></head>
            <main><h1>Canllaw</h1><p>Diweddarwyd: 5 Mai 2024</p><p>Published 31 February 2024</p></main>
            """);
    assertThat(page.language()).contains("cy");
    assertThat(page.dates()).containsExactly(LocalDate.of(2022, 7, 1), LocalDate.of(2024, 5, 5));
  }

  @Test
  void wrongCharsetLabelsAreSeenThrough() {
    String html = "<main><h1>Tŷ</h1><p>Mae’r tŷ yn fawr, ac mae’r ardd yn fwy byth.</p></main>";
    assertThat(text(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=iso-8859-1"))
        .contains("Mae’r tŷ");
    byte[] western =
        "<main><p>A caf\u00e9 for everyone in the town \u2013 open daily.</p></main>"
            .getBytes(Charset.forName("windows-1252"));
    assertThat(text(western, "text/html; charset=utf-8")).contains("café").contains("–");
    assertThat(text(western, "text/html; charset=no-such-thing")).contains("café");
    for (String label : List.of("shift_jis", "gb18030", "utf-16", "utf-32", "cp037")) {
      assertThat(text(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=" + label))
          .contains("tŷ");
    }
    assertThat(text(html.getBytes(Charset.forName("UTF-32LE-BOM")), "text/html; charset=utf-8"))
        .contains("tŷ");
  }

  @Test
  void wideCharactersAreReadWithAMarkAndWithout() {
    String html = "<!doctype html><title>Tŷ</title><main><p>Mae’r tŷ yn fawr iawn.</p></main>";
    for (String marked : List.of(html, "\uFEFF" + html)) {
      for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
        var reader = new MediaPageReader(PublisherRules.builtIn());
        ReadOutcome read =
            reader.read(
                marked.getBytes(wide), Optional.of("text/html"), WebUrl.of("https://a.example/"));
        assertThat(Pages.page(read).title()).isEqualTo("Tŷ");
        assertThat(Pages.page(read).text()).isEqualTo("Mae’r tŷ yn fawr iawn.");
      }
    }
  }

  @Test
  void pageWithoutTheRuledRootIsDoubtful() {
    assertThat(Pages.outcome("<div><p>All new design of ours.</p></div>", "https://www.gov.uk/x"))
        .isInstanceOf(ReadOutcome.Doubtful.class);
  }

  @Test
  void fingerprintIgnoresMarkupAndSessionsButNotWordsOrTargets() {
    ReadablePage one =
        Pages.read("<main><p id=a1>Ring 116  123 <a href='/x?sid=1'>now</a></p></main>");
    ReadablePage two =
        Pages.read("<main><p id=b2>Ring <b>116</b> 123 <a href='/x?sid=2'>now</a></p></main>");
    ReadablePage words = Pages.read("<main><p>Ring 116 124 <a href='/x?sid=2'>now</a></p></main>");
    ReadablePage target = Pages.read("<main><p>Ring 116 123 <a href='/y?sid=2'>now</a></p></main>");
    assertThat(one.fingerprint()).isEqualTo(two.fingerprint()).hasSize(64);
    assertThat(words.fingerprint()).isNotEqualTo(one.fingerprint());
    assertThat(target.fingerprint()).isNotEqualTo(one.fingerprint());
  }

  private String text(byte[] bytes, String contentType) {
    return Pages.page(reader.read(bytes, Optional.of(contentType), BASE)).text();
  }

  @Test
  void aNoindexStretchThatNobodyClosesSwallowsNothing() {
    ReadablePage page =
        Pages.read(
            "<body><!--noindex--><p>Cookies.</p><!--endnoindex--><!--noindex--><main><p>The text of"
                + " the page, which people came for, stays where it is.</p></main></body>");

    assertThat(page.text()).contains("The text of the page").doesNotContain("Cookies");
  }

  @Test
  void aFormInTheTextIsNotText() {
    ReadablePage page =
        Pages.read(
            "<main><h1>Trauma and the brain</h1><p>The brain adapts to the world it meets, and what"
                + " helps at home costs dearly at school.</p><form class=list><h2>Join our mailing"
                + " list</h2><p>Be the first to hear.</p><label>Email <input"
                + " name=e></label></form></main>");

    assertThat(page.text()).contains("The brain adapts").doesNotContain("mailing");
  }
}
