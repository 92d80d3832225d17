package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import signpost.kit.WorkTime;

/** Pages of very many lines: a typed outcome each, in time. */
class ManyLinesTest {
  private static final Duration PLENTY = Duration.ofSeconds(60);

  @Test
  void forumOfFiveThousandPostsIsRead() {
    assertThat(
            inTime(
                many(
                    5_000,
                    "<article class='post'><div class='author'>member %1$d</div><time>3 May 2026,"
                        + " 10:%1$d</time><div class='message'><p>Answer %1$d says that the form is"
                        + " at the desk, and that somebody will help you.</p></div></article>")))
        .contains("Answer 1 says", "Answer 4999 says");
  }

  @Test
  void tableOfAHundredThousandCellsIsReadOrSaidToBeTooBig() {
    String rows = many(10_000, "<tr><th>Ward %d</th>" + "<td>12 beds</td>".repeat(9) + "</tr>");
    assertThat(inTime("<h1>Beds</h1><table>" + rows + "</table>")).contains("TOO_BIG");
    String half = many(5_000, "<tr><th>Ward %d</th>" + "<td>12 beds</td>".repeat(9) + "</tr>");
    assertThat(inTime("<h1>Beds</h1><table>" + half + "</table>")).contains("Ward 4999\t12 beds");
  }

  @Test
  void tenThousandCardsAreRead() {
    assertThat(
            inTime(
                "<div class='cards'>"
                    + many(
                        10_000,
                        "<div class='card'><h3><a href='/s%1$d'>Group %1$d</a></h3><p>For parents"
                            + " and babies of ward %1$d.</p></div>")
                    + "</div>"))
        .contains("For parents and babies of ward 9999.");
  }

  @Test
  void nestedCardsOfOneShapeAreReadInTime() {
    String deep = "<div class='card'>".repeat(400) + "Words in the deep." + "</div>".repeat(400);
    assertThat(inTime(deep.repeat(60))).contains("Words in the deep.");
  }

  @Test
  void tenThousandNamesOfOneClassAreReadInTime() {
    String names =
        IntStream.range(0, 10_000).mapToObj(i -> "c" + i).collect(Collectors.joining(" "));
    assertThat(inTime(("<p class='" + names + "'>Words with many names.</p>").repeat(50)))
        .contains("Words with many names.");
  }

  @Test
  void lineOfAMillionCharactersIsReadInTime() {
    assertThat(inTime("<p>" + "£5 ".repeat(330_000) + "</p>" + many(20, "<p>Line %d.</p>")))
        .contains("Line 3.");
    assertThat(inTime("<p>" + "a".repeat(1_000_000) + "</p>" + many(20, "<p>Line %d.</p>")))
        .contains("Line 3.");
    assertThat(inTime("<p>" + "0 ".repeat(500_000) + "</p>" + many(20, "<p>Line %d.</p>")))
        .contains("Line 3.");
  }

  private static String many(int count, String each) {
    return IntStream.range(0, count).mapToObj(each::formatted).collect(Collectors.joining());
  }

  private static String inTime(String body) {
    List<String> read = new ArrayList<>();
    assertThat(
            WorkTime.of(() ->
                read.add(text(Pages.outcome("<main>" + body + "</main>", "https://a.example/")))))
        .isLessThan(PLENTY);
    return read.getFirst();
  }

  private static String text(ReadOutcome outcome) {
    return switch (outcome) {
      case ReadOutcome.Read(ReadablePage page) -> page.text();
      case ReadOutcome.Doubtful(ReadablePage page, String why) -> why + "\n" + page.text();
      case ReadOutcome.Unreadable(ReadOutcome.UnreadableReason reason, String detail) ->
          reason + " " + detail;
    };
  }
}
