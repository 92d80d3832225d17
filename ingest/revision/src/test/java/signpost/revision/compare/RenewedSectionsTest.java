package signpost.revision.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.web.extract.TextBlock;

class RenewedSectionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Latest news",
        "Quote of the day",
        "Tip of the week:",
        "Upcoming events",
        "What’s on",
        "Most read",
        "You might also like…",
        "Related articles",
        "Newyddion diweddaraf",
      })
  void headingsOfWhatIsRenewed(String heading) {
    assertThat(RenewedSections.says(heading)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Latest guidance",
        "Breaking bad news to a child",
        "Events that may be traumatic",
        "What’s on offer",
        "Related conditions",
        "Popular myths",
        "Question 3",
      })
  void headingsOfWhatIsNot(String heading) {
    assertThat(RenewedSections.says(heading)).isFalse();
  }

  @Test
  void partEndsAtTheNextHeadingOfItsLevel() {
    List<TextBlock> blocks =
        List.of(
            heading(1, "News"),
            new TextBlock(TextBlock.BlockKind.PARAGRAPH, 0, "All of the page is under its title."),
            heading(2, "Latest news"),
            heading(3, "Snow on the green"),
            new TextBlock(TextBlock.BlockKind.PARAGRAPH, 0, "It snowed."),
            heading(2, "About us"),
            new TextBlock(TextBlock.BlockKind.PARAGRAPH, 0, "We are a charity."));
    RenewedSections renewed = RenewedSections.in(blocks);

    assertThat(IntStream.range(0, blocks.size()).filter(renewed::block)).containsExactly(2, 3, 4);
    assertThat(renewed.under("Snow on the green")).isTrue();
    assertThat(renewed.under("About us")).isFalse();
  }

  private static TextBlock heading(int level, String text) {
    return new TextBlock(TextBlock.BlockKind.HEADING, level, text);
  }
}
