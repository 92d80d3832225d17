package signpost.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.PinnedPages;
import signpost.url.CanonicalUrl;

/** What a curator may pin, and what is said where it cannot be. */
final class PinsTest {
  private static final String GUIDE =
      """
      guide: {id: g, title: G}
      sections: [{title: S, resources: [{text: A, url: https://a.org.uk/a}]}]
      sources: [{id: b, start: https://b.org.uk/}]
      """;

  @Test
  void questionsAndTheirPagesAreReadInOrder() {
    CatalogueLoad load =
        read(
            """
            pins:
              free training: https://a.org.uk/a
              "0800 1111": [https://b.org.uk/call, https://a.org.uk/a, https://B.org.uk/call]
            """);

    assertThat(load.problems()).isEmpty();
    assertThat(load.catalogue().guides().getFirst().pins())
        .containsExactly(
            pinned("free training", "https://a.org.uk/a"),
            pinned("0800 1111", "https://b.org.uk/call", "https://a.org.uk/a"));
    assertThat(load.catalogue().listings().guides().values())
        .flatExtracting(GuideListed::pins)
        .isEqualTo(load.catalogue().guides().getFirst().pins());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pins: [https://a.org.uk/a]       | x.yaml:4:1: | 'pins' is a mapping: write pins: {what people ask
          pins: {'?!': https://a.org.uk/a} | x.yaml:4:8: | has no word that somebody could ask for
          pins: {cat: a.org.uk/a}          | x.yaml:4:13: | Write https://a.org.uk/a.
          pins: {cat: }                    | x.yaml:4:8: | 'cat' needs the URL that is to come first
          pins: {cat: [{a: b}]}            | x.yaml:4:14: | A pinned page is a URL, or several
          pins: {cat: [[https://a.org.uk/a]]} | x.yaml:4:14: | A pinned page is a URL, or several
          pins: {cat: ftp://a.org.uk/}     | x.yaml:4:13: | only http:// and https://
          pins: {cat: https://a.org.uk/a, Cat: https://a.org.uk/a} | x.yaml:4:33: | asks what 'cat' does
          """)
  void whatCannotBePinnedIsSaid(String pins, String at, String said) {
    CatalogueLoad load = read(pins + "\n");

    assertThat(load.problems().getFirst().toString()).startsWith(at).contains(said);
    assertThat(load.catalogue()).isEqualTo(Catalogue.EMPTY);
  }

  @Test
  void noMoreThanFivePagesComeFirst() {
    String six = "pins: {cat: [" + "https://a.org.uk/%d, ".repeat(6).formatted(1, 2, 3, 4, 5, 6);

    assertThat(read(six + "]}\n").problems().getFirst().toString()).contains("At most 5 pages");
  }

  @Test
  void pinsNeedAGuide() {
    CatalogueLoad load =
        CatalogueReader.read(Map.of("x.yaml", "pins: {cat: https://a.org.uk/a}\n"));

    assertThat(load.problems().getFirst().toString()).contains("Pins belong to a guide.");
  }

  @Test
  void pageThatNothingListsIsWarnedOf() {
    CatalogueLoad load = read("pins: {cat: https://c.org.uk/}\n");

    assertThat(load.problems())
        .singleElement()
        .asString()
        .startsWith("x.yaml:4:13: ")
        .contains("No guide and no source has https://c.org.uk/");
    assertThat(load.catalogue().guides()).hasSize(1);
  }

  @Test
  void pageMayBeOneOfALivePage() {
    CatalogueLoad load =
        CatalogueReader.read(
            Map.of("x.yaml", "guide: https://a.org.uk/\npins: {cat: https://c.org.uk/}\n"));

    assertThat(load.problems()).isEmpty();
    assertThat(load.catalogue().guides().getFirst().following("Live", List.of()).pins())
        .containsExactly(pinned("cat", "https://c.org.uk/"));
  }

  private static CatalogueLoad read(String pins) {
    return CatalogueReader.read(Map.of("x.yaml", GUIDE + pins));
  }

  private static PinnedPages pinned(String question, String... pages) {
    return new PinnedPages(
        question, List.of(pages).stream().map(it -> CanonicalUrl.parse(it).orElseThrow()).toList());
  }
}
