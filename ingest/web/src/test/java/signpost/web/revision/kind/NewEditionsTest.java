package signpost.web.revision.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.events.ChangeKind.LINKS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.web.WrittenPage;

class NewEditionsTest {
  private static final String PROSE =
      "Trauma can affect anyone. It helps to know that support is near, and how to ask for it.";

  private static ChangeSummary linked(String oldText, String oldUrl, String text, String url) {
    return WrittenPage.saying(PROSE, oldText)
        .linking(oldText, oldUrl)
        .to(WrittenPage.saying(PROSE, text).linking(text, url));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Care handbook 2024 (PDF) | Care handbook 2026 (PDF)",
        "Care strategy 2021-24 | Care strategy 2025-28",
        "Care handbook, second edition (PDF, 1.2MB) | Care handbook, third edition (PDF, 3MB)",
        "Care handbook v1.3 | Care handbook v2.0",
        "Llawlyfr gofal, argraffiad 2 | Llawlyfr gofal, argraffiad 3",
      })
  void linkToANewEditionIsToldWithBothNames(String old, String young) {
    ChangeSummary change = linked(old, "https://a.example/1.pdf", young, "https://a.example/2.pdf");
    assertThat(change.kinds()).startsWith(LINKS);
    assertThat(change.sentence())
        .isEqualTo("A new edition, “%s” instead of “%s”.".formatted(young, old));
    assertThat(change.importance()).isGreaterThanOrEqualTo(0.6);
  }

  @Test
  void fileBehindTheSameWordsIsNamed() {
    assertThat(
            linked(
                    "The handbook",
                    "https://a.example/f/handbook-2024.pdf",
                    "The handbook",
                    "https://a.example/f/handbook-2026.pdf")
                .sentence())
        .isEqualTo("A new edition, “handbook-2026.pdf” instead of “handbook-2024.pdf”.");
    assertThat(
            linked(
                    "The handbook",
                    "https://a.example/f/one.pdf",
                    "The handbook",
                    "https://a.example/f/other%20one.pdf")
                .sentence())
        .isEqualTo(
            "The link “The handbook” now leads to another document, “other one.pdf” instead of"
                + " “one.pdf”.");
  }

  @Test
  void documentWithANewTitleIsANewEdition() {
    ChangeSummary change =
        WrittenPage.saying(PROSE, "We sing in Leith.")
            .titled("Care handbook 2024")
            .document(10)
            .to(
                WrittenPage.saying(PROSE, "We sing in Perth.")
                    .titled("Care handbook 2026")
                    .document(11));
    assertThat(change.sentence())
        .isEqualTo(
            "The document was replaced by a new edition, “Care handbook 2026” instead of “Care handbook"
                + " 2024”: the text changed: “We sing in Leith.” became “We sing in Perth.”");
    assertThat(change.importance()).isGreaterThanOrEqualTo(0.6);
  }

  @Test
  void documentThatStatesItsVersionIsANewEdition() {
    ChangeSummary change =
        WrittenPage.saying("Version 2.0, March 2024", PROSE)
            .titled("Care handbook")
            .document(10)
            .to(
                WrittenPage.saying("Version 3.0, May 2026", PROSE)
                    .titled("Care handbook")
                    .document(10));
    assertThat(change.sentence())
        .contains(
            "new edition",
            "“Care handbook, Version 3.0, May 2026” instead of “Care handbook, Version 2.0, March 2024”");
  }

  @Test
  void anotherDocumentIsNamedWithBothNames() {
    assertThat(
            WrittenPage.saying(PROSE, "A plan for 2025.")
                .titled("Care plan")
                .document(3)
                .to(
                    WrittenPage.saying(PROSE, "A list of shops.")
                        .titled("Winter offers")
                        .document(3))
                .sentence())
        .startsWith("The document was replaced, “Winter offers” instead of “Care plan”: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Open day, 3 May 2026 | Open day, 9 June 2026",
        "Carers café – June | Carers café – July",
        "Summer fair 2025 | Summer fair 2026",
        "Bereavement group, May 2026 | Bereavement group, July 2026",
        "Walk and talk (spring) | Walk and talk (autumn)",
        "Caffi gofalwyr – Mehefin | Caffi gofalwyr – Gorffennaf",
        "Cwrs rhianta 2025 | Cwrs rhianta 2026",
      })
  void anotherTimeOfTheSameEventIsNoNewEdition(String old, String young) {
    assertThat(linked(old, "https://a.example/1", young, "https://a.example/2").sentence())
        .doesNotContain("edition");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Newsletter June | Newsletter July",
        "Carers café report 2025 | Carers café report 2026",
        "Cylchlythyr Mai | Cylchlythyr Mehefin",
      })
  void whatIsReadHasEditionsByMonth(String old, String young) {
    assertThat(linked(old, "https://a.example/1", young, "https://a.example/2").sentence())
        .contains("A new edition");
  }

  @Test
  void deadlineBesideANewEditionIsToldToo() {
    WrittenPage before =
        WrittenPage.saying(PROSE, "Apply by 31 January with the Grant guide 2025.")
            .linking("Grant guide 2025", "https://a.example/grant-guide-2025.pdf");
    WrittenPage after =
        WrittenPage.saying(PROSE, "Apply by 28 February with the Grant guide 2026.")
            .linking("Grant guide 2026", "https://a.example/grant-guide-2026.pdf");
    assertThat(before.to(after).sentence()).contains("28 February");
  }
}
