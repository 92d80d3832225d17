package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Forums, shops and lists of services: their posts, cards and entries are what they are about. */
class KindsOfPagesTest {
  private static final String HEAD =
      "<header><nav><ul><li><a href=/>Home</a></li><li><a href=/new>New</a></li>"
          + "<li><a href=/faq>Questions</a></li><li><a href=/in>Log in</a></li></ul></nav></header>";
  private static final String FOOT =
      "<footer><ul><li><a href=/terms>Terms</a></li><li><a href=/privacy>Privacy</a></li></ul>"
          + "<p>All rights reserved by the site</p></footer>";

  @Test
  void postsOfAForumAreRead() {
    String posts =
        each(
            8,
            i ->
                "<div class=post><div class=author>member %d</div><div class=message><p>My kettle number %d is loud, and the neighbours hear it through the wall each morning at six.</p></div></div>"
                    .formatted(i, i));
    assertThat(text("<div id=wrap><h1>Which kettle is quiet?</h1>" + posts + "</div>"))
        .contains("kettle number 1", "kettle number 8")
        .doesNotContain("All rights reserved");
  }

  @Test
  void entriesOfAListOfServicesAreRead() {
    String cards =
        each(
            10,
            i ->
                "<li class=card><h3><a href=/s%d>Family centre %d</a></h3><p>Groups for parents and babies in ward %d, with a crèche.</p></li>"
                    .formatted(i, i, i));
    assertThat(text("<div id=wrap><h1>Services near you</h1><ul>" + cards + "</ul></div>"))
        .contains("Family centre 1", "in ward 10");
  }

  @Test
  void linksOfLinesThatAreLeftOutAreNotOfThePage() {
    String posts =
        each(
            8,
            i ->
                "<div class=post><h2>Answer %d</h2><p>Take the one from the <a href=/shop%d>corner shop %d</a>, for it has a cover that keeps the noise inside.</p></div>"
                    .formatted(i, i, i));
    ReadablePage page = page("<div id=wrap><h1>Which kettle?</h1>" + posts + "</div>");
    assertThat(page.outlinks())
        .extracting(Outlink::text)
        .contains("corner shop 3")
        .doesNotContain("Terms", "Log in");
    assertThat(page.outlinks())
        .filteredOn(link -> link.text().equals("corner shop 3"))
        .extracting(Outlink::heading)
        .containsExactly("Answer 3");
  }

  private static String each(int count, java.util.function.IntFunction<String> part) {
    return IntStream.rangeClosed(1, count).mapToObj(part).collect(Collectors.joining());
  }

  private static String text(String content) {
    return page(content).text();
  }

  private static ReadablePage page(String content) {
    return Pages.read(
        "<html><head><title>A page</title></head><body>"
            + HEAD
            + content
            + FOOT
            + "</body></html>");
  }
}
