package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import signpost.url.WebUrl;

class LanguagesTest {
  private static final WebUrl PAGE = WebUrl.of("https://acehubwales.com/help");

  @Test
  void theOtherLanguageIsReadWhereverItLives() {
    assertThat(
            others(
                "<html lang=en-GB><link rel=alternate hreflang=cy href=https://hybacecymru.com/cymorth#top>"
                    + "<link rel='alternate stylesheet' href=/dark.css>"))
        .containsExactly(new Translation("cy", WebUrl.of("https://hybacecymru.com/cymorth")));
  }

  @Test
  void govUkSaysItInANavigationOfTranslations() {
    assertThat(
            others(
                "<html lang=en><nav class=gem-c-translation-nav><span lang=en>English</span>"
                    + "<a hreflang=cy lang=cy rel=alternate href=/help.cy>Cymraeg</a></nav>"))
        .containsExactly(new Translation("cy", WebUrl.of("https://acehubwales.com/help.cy")));
  }

  @Test
  void regionsTheDefaultThePageItselfAndNonsenseAreNoOtherLanguage() {
    assertThat(
            others(
                "<html lang=en-GB><link rel=alternate hreflang=en-US href=/us>"
                    + "<link rel=alternate hreflang=x-default href=/>"
                    + "<link rel=alternate hreflang=cy href=/help>"
                    + "<link rel=alternate hreflang='not a tag' href=/x>"
                    + "<link rel=alternate hreflang=fr href='mailto:a@b.example'>"
                    + "<a hreflang=cy href=/elsewhere>A Welsh site</a>"))
        .isEmpty();
  }

  private static List<Translation> others(String html) {
    return Languages.others(Jsoup.parse(html), PAGE);
  }
}
