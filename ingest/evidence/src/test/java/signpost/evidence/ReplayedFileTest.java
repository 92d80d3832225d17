package signpost.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import signpost.kit.Documents;
import signpost.url.CanonicalUrl;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;

/** Captures that are no pages. */
final class ReplayedFileTest {
  private static final MediaPageReader READER = new MediaPageReader(PublisherRules.builtIn());
  private static final CanonicalUrl FILE = new CanonicalUrl("https://council.example/guide.pdf");

  @AfterAll
  static void close() {
    READER.close();
  }

  private static String replay(String media, byte[] body) {
    Memento memento =
        new Memento(
            FILE,
            FILE.value(),
            MadeCaptures.START,
            PageVersion.of(1),
            200,
            media,
            false,
            Optional.empty());
    return ReplayedPage.html(memento, body, READER);
  }

  @Test
  void wordsOfAPdfAreShownAndSaidToBeTheReadOnes() throws IOException {
    assertThat(replay("application/pdf", Documents.pdf(2)))
        .contains("A copy, as it was on 2 March 2026", "It is a file (application/pdf, ")
        .contains("These are its words as Signpost read them")
        .contains("on page 2 recognises that everyone has a role in it.</p>");
  }

  @Test
  void wordsOfATextFileAreShownAsWords() {
    assertThat(replay("text/plain", "Ring us.\n\n<script>alert(1)</script>".getBytes(UTF_8)))
        .contains("Ring us.", "&lt;script&gt;")
        .doesNotContain("<script");
  }

  @Test
  void fileThatCannotBeReadIsSaidToBeOne() {
    assertThat(replay("application/pdf", "%PDF-1.7 and then nothing".getBytes(UTF_8)))
        .contains("It is a file", "Its words cannot be read: ");
    assertThat(replay("application/zip", new byte[] {'P', 'K', 3, 4, 0, 0}))
        .contains("Its words cannot be read: application/zip.");
  }
}
