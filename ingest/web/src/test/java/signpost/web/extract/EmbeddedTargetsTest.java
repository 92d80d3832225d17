package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a reader meets something from elsewhere stands a link to it. */
class EmbeddedTargetsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <iframe src='https://www.youtube.com/embed/aBcXyZ12-45?rel=0' title='How to breathe'></iframe> | How to breathe | https://www.youtube.com/watch?v=aBcXyZ12-45
          <iframe src='//www.youtube-nocookie.com/embed/aBcXyZ12-45' title='YouTube video player'></iframe> | Video | https://www.youtube.com/watch?v=aBcXyZ12-45
          <iframe src='https://www.youtube.com/embed/videoseries?list=PLabc_1'></iframe> | Video | https://www.youtube.com/playlist?list=PLabc_1
          <iframe data-src='https://player.vimeo.com/video/123456?h=1'></iframe> | Video | https://vimeo.com/123456
          <lite-youtube videoid='aBcXyZ12-45' playlabel='A day with us'></lite-youtube> | A day with us | https://www.youtube.com/watch?v=aBcXyZ12-45
          <div data-oembed-url='https://vimeo.com/77'></div> | Video | https://vimeo.com/77
          <video controls><source src='/files/talk.mp4' type='video/mp4'></video> | Video | https://a.example/files/talk.mp4
          <audio src='https://cdn.example/p.mp3' title='Our podcast'></audio> | Our podcast | https://cdn.example/p.mp3
          <iframe src='https://open.spotify.com/embed/episode/4x?utm=1'></iframe> | Audio | https://open.spotify.com/episode/4x
          <iframe src='https://www.google.com/maps/embed?pb=!1m18!1m12!1s0x487:0x9ab!2sTown+Hall!5e0'></iframe> | Map | https://www.google.com/maps/search/?api=1&query=Town+Hall
          <iframe src='https://maps.google.co.uk/maps?q=MK9+3EJ&output=embed'></iframe> | Map | https://www.google.com/maps/search/?api=1&query=MK9+3EJ
          <iframe src='https://docs.google.com/forms/d/e/1FAIpQ-x/viewform?embedded=true'></iframe> | Form | https://docs.google.com/forms/d/e/1FAIpQ-x/viewform
          <iframe src='https://forms.office.com/Pages/ResponsePage.aspx?id=abc&embed=true'></iframe> | Form | https://forms.office.com/Pages/ResponsePage.aspx?id=abc
          <div data-tf-live='01ABC'></div> | Form | https://form.typeform.com/to/01ABC
          <script src='https://form.jotform.com/jsform/213'></script> | Form | https://form.jotform.com/213
          <iframe src='https://e.issuu.com/embed.html?d=summer_guide&u=council'></iframe> | Document | https://issuu.com/council/docs/summer_guide
          <iframe src='https://e.issuu.com/embed.html?u=council&pageLayout=1&d=summer_guide'></iframe> | Document | https://issuu.com/council/docs/summer_guide
          <div class='issuuembed' data-configid='123/456'></div> | Document | https://e.issuu.com/embed.html#123/456
          <iframe src='https://v.calameo.com/?bkcode=00123abc'></iframe> | Document | https://www.calameo.com/read/00123abc
          <iframe src='https://docs.google.com/viewer?url=https%3A%2F%2Fb.example%2Fplan.pdf&embedded=true'></iframe> | Document | https://b.example/plan.pdf
          <iframe src='/pdfjs/web/viewer.html?file=%2Ffiles%2Fplan.pdf'></iframe> | Document | https://a.example/files/plan.pdf
          <object data='/files/leaflet.pdf' type='application/pdf'><p>Get a reader.</p></object> | Document | https://a.example/files/leaflet.pdf
          <iframe src='https://apps.council.example/find' title='Find your ward'></iframe> | Find your ward | https://apps.council.example/find
          <button onclick="window.open('https://book.example/slot')">Book a place</button> | Book a place | https://book.example/slot
          <a href='#' onclick="location.href='/apply'">Apply now</a> | Apply now | https://a.example/apply
          <a href="javascript:window.open('/rates.pdf')">Our rates</a> | Our rates | https://a.example/rates.pdf
          """)
  void isNamedWithItsTarget(String html, String words, String target) {
    assertThat(read(html).outlinks())
        .anySatisfy(link -> {
          assertThat(link.text()).isEqualTo(words);
          assertThat(link.url().href()).isEqualTo(target);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<noscript><iframe src='https://www.googletagmanager.com/ns.html?id=1'></iframe></noscript>",
        "<iframe src='https://ad.doubleclick.net/x' title='Picture'></iframe>",
        "<iframe src='https://ads.example/1' title='3rd party ad content'></iframe>",
        "<iframe src='https://x.example/pixel' width='1' height='1' title='a'></iframe>",
        "<iframe src='https://unknown.example/frame'></iframe>",
        "<iframe title='Empty'></iframe>",
        "<iframe src='data:text/html,hello' title='Inline'></iframe>",
        "<button onclick=\"window.open('https://www.facebook.com/sharer.php?u=1')\">Share</button>",
        "<button onclick='toggle()'>Menu</button>",
        "<video></video>"
      })
  void whatIsNothingToAReaderIsNot(String html) {
    assertThat(read(html).outlinks()).isEmpty();
  }

  @Test
  void standsUnderItsHeadingInOrder() {
    ReadablePage page =
        read(
            "<h2>Watch</h2><iframe src='https://www.youtube.com/embed/aBcXyZ12-45' title='How to breathe'></iframe>"
                + "<h2>Then</h2><p>Write down what you felt, and keep it for our next talk together.</p>");
    assertThat(page.outlinks().getFirst().heading()).isEqualTo("Watch");
    assertThat(page.text()).containsSubsequence("Watch", "How to breathe", "Then");
  }

  @Test
  void hostileAddressesAreNoObstacle() {
    assertThat(
            read("<iframe title='Long' src='https://a.example/"
                    + "x".repeat(100_000)
                    + "'></iframe>"
                    + "<iframe title='Bad' src='https://docs.google.com/viewer?url=%zz'></iframe>"
                    + "<iframe title='Odd' src='http://[::bad'></iframe>")
                .text())
        .contains("We help people");
  }

  private static ReadablePage read(String html) {
    return Pages.read(
        "<main><h1>Help</h1><p>We help people who are worried about somebody they love, at any hour of"
            + " the day.</p>"
            + html
            + "<p>Nothing you say is passed on without your agreement.</p></main>",
        "https://a.example/help");
  }
}
