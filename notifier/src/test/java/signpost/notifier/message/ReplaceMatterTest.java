package signpost.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplaceMatterTest {
  private static final String HOST = "https://gov.example";

  @ParameterizedTest
  @CsvSource({"snap, mk", "'', mk", "Snap Guide, Mary Kay"})
  void linkSaysItsGuideItsSiteAndItsOwner(String guide, String owner) {
    ReplaceMatter matter = new ReplaceMatter(guide, HOST, owner);
    assertThat(ReplaceMatter.read(matter.subject(), "jd")).contains(matter);
  }

  @Test
  void linkOfAnEarlierMailIsAboutItsReadersOwn() {
    assertThat(ReplaceMatter.read("snap " + HOST, "jd"))
        .contains(new ReplaceMatter("snap", HOST, "jd"));
  }

  @Test
  void otherWordsAreAboutNothing() {
    assertThat(ReplaceMatter.read("snap 0a1b2c", "jd")).isEmpty();
    assertThat(ReplaceMatter.read("", "jd")).isEmpty();
  }
}
