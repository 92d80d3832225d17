package signpost.revision.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.revision.WrittenRevision.reading;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import signpost.web.WrittenPage;

/** What is hardly the page that was told. */
class TruncatedPageTest {
  private static final String FIRST =
      "Anyone who works with children may refer a family, and families may come by themselves.";
  private static final String SECOND =
      "We answer within two working days, and sooner where somebody is at risk of harm.";
  private static final WrittenPage TOLD =
      menu(WrittenPage.saying(FIRST, SECOND, "Home", "Contact us"));

  @Test
  void lessThanFortyPercentIsAStumpAndMoreIsNot() {
    assertThat(isStump(menu(WrittenPage.saying("Home", "Contact us")))).isTrue();
    assertThat(isStump(menu(WrittenPage.saying(FIRST, "Home", "Contact us")))).isFalse();
  }

  @Test
  void nothingButMenusIsAStumpHoweverManyThereAre() {
    List<String> menus = Collections.nCopies(40, "Home Contact us");
    assertThat(isStump(menu(WrittenPage.saying(menus.toArray(String[]::new))))).isTrue();
  }

  @Test
  void aPageThatAlwaysWasAListOfLinksMayBecomeAnotherList() {
    WrittenPage list = menu(WrittenPage.saying("Home", "Contact us"));
    WrittenPage other = menu(WrittenPage.saying("Contact us", "Home", "Home"));
    assertThat(TruncatedPage.is(reading(other), reading(list))).isFalse();
  }

  @Test
  void otherWordsUnderAnotherTitleAreAnotherPage() {
    String[] prose = Stream.of(FIRST, SECOND).map(String::toUpperCase).toArray(String[]::new);
    String[] menus = Collections.nCopies(40, "Home").toArray(String[]::new);
    assertThat(isStump(WrittenPage.saying(prose))).isFalse();
    assertThat(isStump(menu(WrittenPage.saying(menus)).titled("Winter payments"))).isTrue();
    String[] more = Collections.nCopies(80, "Home").toArray(String[]::new);
    assertThat(isStump(menu(WrittenPage.saying(more)).titled("Winter payments"))).isFalse();
  }

  @Test
  void aPageThatBreaksOffInItsMiddleIsAStump() {
    String[] all = new String[8];
    for (int i = 0; i < all.length; i++) {
      all[i] = "Part " + i + ": anyone who works with children can refer a family to us for help.";
    }
    WrittenPage told = WrittenPage.saying(all);
    assertThat(TruncatedPage.is(reading(WrittenPage.saying(Arrays.copyOf(all, 4))), reading(told)))
        .isTrue();
    assertThat(TruncatedPage.is(reading(WrittenPage.saying(Arrays.copyOf(all, 5))), reading(told)))
        .isFalse();
    WrittenPage end = WrittenPage.saying(Arrays.copyOfRange(all, 4, 8));
    assertThat(TruncatedPage.is(reading(end), reading(told))).isFalse();
  }

  private static WrittenPage menu(WrittenPage page) {
    return page.linking("Home", "https://a.example/").linking("Contact us", "https://a.example/c");
  }

  private static boolean isStump(WrittenPage seen) {
    return TruncatedPage.is(reading(seen), reading(TOLD));
  }
}
