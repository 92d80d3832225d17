package signpost.successor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import signpost.url.WebUrl;

class MoveRulesTest {
  @Test
  void folderThatWasRenamedIsRenamedForItsOtherPages() {
    assertThat(guesses("/advice/housing/rent", "/help/housing/rent", "/advice/debt/bailiffs"))
        .containsExactly("/help/debt/bailiffs");
  }

  @Test
  void endingThatWasDroppedIsDroppedForAll() {
    assertThat(guesses("/a/rent.html", "/a/rent/", "/b/debt.html")).containsExactly("/b/debt/");
  }

  @Test
  void blanksAreWrittenAsTheMoveWritesThem() {
    assertThat(guesses("/Old/Rent_Help", "/new/rent-help", "/Old/Debt_Help"))
        .containsExactly("/new/debt-help");
  }

  @Test
  void pageThatWasNotInThatFolderIsLeftOut() {
    assertThat(guesses("/advice/rent", "/help/rent", "/news/rent-rise")).isEmpty();
  }

  @Test
  void moveThatKeptNoNameTeachesNothing() {
    assertThat(guesses("/advice/rent", "/p/17", "/advice/debt")).isEmpty();
  }

  private static List<String> guesses(String from, String to, String old) {
    return MoveRules.guesses(List.of(new KnownMove(url(from), url(to))), url(old)).stream()
        .map(WebUrl::path)
        .toList();
  }

  private static WebUrl url(String path) {
    return WebUrl.of("https://www.example.org" + path);
  }
}
