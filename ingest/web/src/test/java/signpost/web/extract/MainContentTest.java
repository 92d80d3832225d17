package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is kept and left out on pages of several kinds. */
class MainContentTest {
  private static final String PROSE =
      "<p>The city opened a second library, after ten years of planning, and readers came early.</p>"
          .repeat(12);

  @Test
  void anArticlesTextIsItsNamedBody() {
    assertThat(
            text(
                """
                <head><meta property=og:type content=article></head>
                <main><h1>Library opens</h1><div class=article__body>%s</div>
                <div><h3>Another story</h3><p>It is about something else, and long enough to be read as text.</p></div>
                </main>\
                """))
        .doesNotContain("Another story");
  }

  @Test
  void picturesShowsAndPlayersAreNotOfTheArticle() {
    assertThat(
            text(
                """
                <head><meta property=og:type content=article></head>
                <article><h1>Library opens</h1>%s<div class="photo-gallery"><p>1/50 The mayor cuts a ribbon</p></div>
                <div class="video-player"><p>Captions will look like this</p></div></article>\
                """))
        .doesNotContain("1/50", "Captions");
  }

  @Test
  void teasersBelowAnArticleAreNotOfIt() {
    assertThat(
            text(
                """
                <head><meta property="article:published_time" content=2026-01-01></head>
                <article><h1>Library opens</h1>%s<section><h2>You might also like</h2><p>Five parks to see.</p></section>
                <div><div class=c><h3><a href=a>Parks</a></h3></div><div class=c><h3><a href=b>Pools</a></h3></div>
                <div class=c><h3><a href=c>Trains</a></h3></div></div>
                <p>Advertisement</p></article>\
                """))
        .doesNotContain("like", "parks", "Pools", "Advertisement");
  }

  @Test
  void aListOfLinksInTheMiddleOfAnArticleStays() {
    assertThat(
            text(
                """
                <head><meta property=og:type content=article></head>
                <article><h1>Library opens</h1>%1$s<h2>More about libraries</h2>
                <ul><li><a href=a>Opening hours</a></li><li><a href=b>Join</a></li></ul>%1$s</article>\
                """))
        .contains("Opening hours", "Join");
  }

  @Test
  void cardsButtonsAndContactsOfALandingPageStay() {
    assertThat(
            text(
                """
                <main><h1>Domestic abuse</h1><p>In danger? Call 999.</p>
                <div class="cta"><a href=r>Report it</a></div>
                <div class=teasers><div class=teaser><h2><a href=a>Help for women</a></h2></div></div>
                <aside class=contact><h2>Contact us</h2><p><a href="tel:01908000000">01908 000000</a></p></aside>
                <aside class=related><p>Related pages</p></aside></main>\
                """))
        .contains("Report it", "Help for women", "01908 000000")
        .doesNotContain("Related pages");
  }

  @Test
  void foldedSectionsAreRead() {
    assertThat(
            text(
                """
                <main><h1>Abuse</h1><p>What to do, and whom to call, when somebody is hurt at home.</p>
                <h3><button aria-expanded=false>What happens next?</button></h3>
                <div class="accordion-body" aria-hidden=true style="display:none"><p>A worker calls you.</p></div>
                <div role=tabpanel hidden><p>In Welsh</p></div></main>\
                """))
        .contains("What happens next?", "A worker calls you.", "In Welsh");
  }

  @Test
  void theLeadIsKeptWhereItStandsOutsideTheText() {
    ReadablePage page =
        Pages.read(
            """
            <head><meta property=og:type content=article></head>
            <h1>Library opens</h1><p class="article__standfirst">Readers queued for its first day.</p>
            <div class=article__body>%s</div>\
            """
                .formatted(PROSE));
    assertThat(page.lead()).isEqualTo("Readers queued for its first day.");
    assertThat(page.text()).startsWith(page.lead());
  }

  private static String text(String html) {
    return Pages.read(html.formatted(PROSE)).text();
  }
}
