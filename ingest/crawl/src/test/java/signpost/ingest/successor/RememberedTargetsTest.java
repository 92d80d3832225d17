package signpost.ingest.successor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.revision.compare.ComparablePage;
import signpost.url.WebUrl;
import signpost.web.WrittenPage;

class RememberedTargetsTest {
  private static final WebUrl OLD = WebUrl.of("https://example.org/old");

  @Test
  void languageOfAPageIsKnownByItsWordsOnceItIsGone() {
    assertThat(language("If you owe rent, write to your landlord before the payment is due."))
        .contains("en");
    assertThat(
            language(
                "Os oes arnoch rent, ysgrifennwch at y landlord cyn i\u2019r taliad ddod yn ddyledus."))
        .contains("cy");
    assertThat(language("Coed y Brenin")).isEmpty();
  }

  private static Optional<String> language(String words) {
    ComparablePage was = ComparablePage.of(WrittenPage.saying(words).titled("Rent").page());
    return RememberedTargets.read(OLD, was, List.of()).language();
  }
}
