package signpost.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import signpost.kit.WorkTime;

class RenderedHtmlTest {
  @Test
  void scriptsAndWhatIsSaidInsteadOfThemAreLeftOut() {
    assertThat(
            RenderedHtml.of("<body><p>a</p><script>b</script><noscript>Enable c</noscript></body>"))
        .contains("<body><p>a</p></body>");
  }

  @Test
  void shadowRootsStandWhereTheyAreShown() {
    assertThat(
            RenderedHtml.of(
                "<x-y><template shadowrootmode=open><p>a</p><z-z><template shadowrootmode=closed>"
                    + "<p>b</p></template></z-z></template></x-y><template><p>c</p></template>"))
        .contains("<x-y><p>a</p><z-z><p>b</p></z-z></x-y><template>");
  }

  @Test
  void whatStandsBesideManyOthersIsTakenOutInTime() {
    for (String part :
        List.of(
            "<script></script>",
            "<p><noscript>x</noscript>",
            "<x-y><template shadowrootmode=open><i>a</i></template></x-y>",
            "<template shadowrootmode=open><i>a</i></template>")) {
      String page = part.repeat(40_000);

      assertThat(WorkTime.of(() -> assertThat(RenderedHtml.of(page)).isNotEmpty()))
          .as(part)
          .isLessThan(Duration.ofSeconds(4));
    }
    String deep = "<template shadowrootmode=open>".repeat(400) + "a<b>c</b>".repeat(10_000);
    assertThat(WorkTime.of(() -> assertThat(RenderedHtml.of(deep)).contains("a<b>c</b>a<b>")))
        .isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void sharedMemoryThatStandsInFilesIsMemoryBesideTheProgram() {
    assertThat(ProcessTree.held(List.of("RssAnon:\t 100 kB", "RssFile:\t 700000 kB")))
        .isEqualTo((100L + 700_000 - 327_680) << 10);
  }

  @Test
  void memoryIsWhatProcessesHoldThemselves() {
    assertThat(
            ProcessTree.held(
                List.of(
                    "Name:\tchromium",
                    "VmRSS:\t  900 kB",
                    "RssAnon:\t  100 kB",
                    "RssFile:\t  790 kB",
                    "RssShmem:\t   10 kB")))
        .isEqualTo(110 << 10);
  }
}
