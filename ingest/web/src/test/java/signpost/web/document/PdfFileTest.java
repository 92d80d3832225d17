package signpost.web.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfFileTest {
  private static final String FILL =
      "so that the line is as wide as all of the others on this page";

  @Test
  void sizesMakeHeadings() throws IOException {
    DrawnPages pages =
        new DrawnPages()
            .page()
            .text(24, 60, 780, "Trauma in")
            .text(24, 60, 752, "Wales")
            .text(16, 60, 700, "Where to ask")
            .text(11, 60, 680, "Ask the board, " + FILL)
            .text(11, 60, 667, "and it will answer.")
            .bold(11, 60, 640, "Opening hours")
            .text(11, 60, 622, "From nine to five, " + FILL + ".");
    assertThat(ReadPieces.said(PdfFile.read(pages.bytes())))
        .containsExactly(
            "HEADING1 Trauma in Wales",
            "HEADING2 Where to ask",
            "PARAGRAPH Ask the board, " + FILL + " and it will answer.",
            "HEADING3 Opening hours",
            "PARAGRAPH From nine to five, " + FILL + ".");
  }

  @Test
  void hyphensAtLineEndsAreJoinedUnlessTheWordHasThem() throws IOException {
    DrawnPages pages =
        new DrawnPages()
            .page()
            .text(11, 60, 700, "The board publishes " + FILL + " and infor-")
            .text(11, 60, 687, "mation that is trauma-informed " + FILL + " trauma-")
            .text(11, 60, 674, "informed care and self-")
            .text(11, 60, 661, "help");
    assertThat(ReadPieces.said(PdfFile.read(pages.bytes())))
        .containsExactly(
            "PARAGRAPH The board publishes "
                + FILL
                + " and information that is trauma-informed "
                + FILL
                + " trauma-informed care and self-help");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Microsoft Word - draft3.docx",
        "untitled",
        "foo.indd",
        "ABS_Insight-4_FINAL",
        "",
        "PowerPoint Presentation",
        "C:\\Users\\me\\leaflet",
        "Layout 1",
        "20231012-leaflet"
      })
  void titleThatIsAFilesNameIsNotBelieved(String stated) throws IOException {
    DrawnPages pages =
        new DrawnPages()
            .titled(stated)
            .page()
            .text(11, 60, 780, "A word before it")
            .text(24, 60, 740, "Trauma in Wales")
            .text(11, 60, 700, FILL);
    assertThat(PdfFile.read(pages.bytes()).title()).isEqualTo("Trauma in Wales");
  }

  @Test
  void titleThatIsOneIsBelieved() throws IOException {
    DrawnPages pages =
        new DrawnPages().titled("A Framework for Wales").page().text(24, 60, 740, "Foreword");
    assertThat(PdfFile.read(pages.bytes()).title()).isEqualTo("A Framework for Wales");
  }

  @Test
  void bulletsAndNumbersMakeListItems() throws IOException {
    DrawnPages pages =
        new DrawnPages()
            .page()
            .text(11, 60, 700, "You can, " + FILL + ":")
            .text(11, 60, 685, "\u2022")
            .text(11, 80, 685, "ask a friend, " + FILL)
            .text(11, 80, 672, "or somebody else")
            .text(11, 80, 657, "\u2022")
            .text(11, 100, 657, "at work")
            .text(11, 60, 642, "1. call us")
            .text(11, 60, 629, "2. write to us");
    assertThat(ReadPieces.said(PdfFile.read(pages.bytes())))
        .containsExactly(
            "PARAGRAPH You can, " + FILL + ":",
            "ITEM1 ask a friend, " + FILL + " or somebody else",
            "ITEM2 at work",
            "ITEM1 1. call us",
            "ITEM1 2. write to us");
  }

  @Test
  void linesWithWideGapsAreRows() throws IOException {
    DrawnPages pages =
        new DrawnPages()
            .page()
            .text(11, 60, 720, "When we are open, " + FILL + ".")
            .text(11, 60, 690, "Monday")
            .text(11, 200, 690, "9 to 5")
            .text(11, 60, 675, "Tuesday")
            .text(11, 200, 675, "10 to 4, but on the first")
            .text(11, 200, 662, "of the month closed")
            .text(11, 60, 640, "Come in, " + FILL + ".");
    assertThat(ReadPieces.said(PdfFile.read(pages.bytes())))
        .containsExactly(
            "PARAGRAPH When we are open, " + FILL + ".",
            "ROW Monday|9 to 5",
            "ROW Tuesday|10 to 4, but on the first of the month closed",
            "PARAGRAPH Come in, " + FILL + ".");
  }

  @Test
  void columnsAreReadOneAfterTheOther() throws IOException {
    DrawnPages pages = new DrawnPages().page().text(20, 60, 780, "A title that runs across both");
    for (int line = 0; line < 8; line++) {
      float y = 740 - 13 * line;
      pages.text(10, 60, y, "left column has words in line " + line + " and on");
      pages.text(10, 320, y, "right column has words in line " + line + " and on");
    }
    String text = String.join("\n", ReadPieces.said(PdfFile.read(pages.bytes())));
    assertThat(text).startsWith("HEADING1 A title that runs across both\n");
    assertThat(text.indexOf("left column has words in line 7"))
        .isLessThan(text.indexOf("right column has words in line 0"));
  }

  @Test
  void runningHeadsAndFeetAreDroppedAndTheirLinksKept() throws IOException {
    DrawnPages pages = new DrawnPages();
    for (int page = 1; page <= 4; page++) {
      pages
          .page()
          .text(9, 60, 810, "Snap Guide, edition 3")
          .text(11, 60, 700, "What stands on page " + page + " only, " + FILL + ".")
          .text(9, 60, 40, "www.us.example")
          .text(9, 500, 40, "Page " + page + " of 4")
          .link("https://us.example/", 60, 40, 80);
    }
    ReadDocument document = PdfFile.read(pages.bytes());
    assertThat(ReadPieces.said(document))
        .filteredOn(it -> !it.startsWith("MARGIN"))
        .hasSize(4)
        .allMatch(it -> it.startsWith("PARAGRAPH What stands on page"));
    assertThat(ReadPieces.links(document))
        .hasSize(4)
        .containsOnly("https://us.example/ www.us.example");
  }

  @Test
  void linkOverTwoLinesIsOne() throws IOException {
    float width = DrawnPages.PLAIN.getStringWidth("See ") / 1000 * 11;
    DrawnPages pages =
        new DrawnPages()
            .page()
            .text(11, 60, 700, "See the long words of a link")
            .text(11, 60, 687, "to a page of ours and more.")
            .link("https://a.example/", 60 + width, 700, 300)
            .link("https://a.example/", 60, 687, 62)
            .link("https://nothing.example/", 300, 100, 20);
    assertThat(ReadPieces.links(PdfFile.read(pages.bytes())))
        .containsExactly(
            "https://a.example/ the long words of a link to a page of", "https://nothing.example/");
  }

  @Test
  void textFarOffThePageIsLeftOut() throws IOException {
    DrawnPages pages = new DrawnPages().page();
    for (int line = 0; line < 9; line++) {
      pages.text(10, 60, 700 - 13 * line, "left " + line).text(10, 1e9f, 700 - 13 * line, "far");
    }
    assertThat(ReadPieces.said(PdfFile.read(pages.bytes())).toString())
        .contains("left 8")
        .doesNotContain("far");
  }

  @Test
  void pageOfPicturesAloneStillHasItsLinks() throws IOException {
    DrawnPages pages = new DrawnPages().page().link("https://a.example/", 60, 700, 100);
    assertThat(ReadPieces.links(PdfFile.read(pages.bytes()))).containsExactly("https://a.example/");
  }
}
