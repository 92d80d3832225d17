package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A reading knows how much of what is shown it holds, and doubts itself where that is little. */
class ReadShareTest {
  private static final String URL = "https://www.nowhere.example/help";

  @Test
  void pageInOneFormIsRead() {
    String html =
        "<body><form id='aspnetForm' action='/help'><div id='wrap'><h1>Help with rent</h1>"
            + many(15, "<div class='row'>You can ask for help number %d at any of our desks.</div>")
            + "</div></form></body>";
    assertThat(Pages.read(html, URL).text()).contains("help number 0", "help number 14");
  }

  @Test
  void pageInOneHeaderIsRead() {
    String html =
        "<body><header><h1>Help with rent</h1>"
            + many(15, "<p>You can ask for help number %d at any of our desks.</p>")
            + "</header></body>";
    assertThat(Pages.read(html, URL).text()).contains("help number 0", "help number 14");
  }

  @Test
  void pageOfWhichNextToNothingIsContentIsDoubted() {
    String menu = many(120, "<li><a href='/m%d'>Part %d of our large menu</a></li>");
    String html =
        "<body><nav><ul>" + menu + "</ul></nav><p>Loading…</p><nav><ul>" + menu + "</ul></nav>";
    assertThat(Pages.outcome(html, URL))
        .isInstanceOfSatisfying(
            ReadOutcome.Doubtful.class,
            doubtful -> assertThat(doubtful.reason()).contains("characters shown"));
  }

  @Test
  void shortPageWithALargeMenuIsNotDoubted() {
    String menu = many(60, "<li><a href='/m%d'>Part %d of our large menu</a></li>");
    String html =
        "<body><nav><ul>"
            + menu
            + "</ul></nav><main><h1>Closed</h1><p>Our desk in the market hall is closed until the"
            + " new year. Ring 01632 960 983 if you need help before then, at any hour.</p></main>";
    assertThat(Pages.outcome(html, URL)).isInstanceOf(ReadOutcome.Read.class);
  }

  private static String many(int count, String each) {
    return IntStream.range(0, count)
        .mapToObj(i -> each.formatted(i, i))
        .collect(Collectors.joining());
  }
}
