package signpost.web.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class EpubFileTest {
  private static final String TWO =
      "<item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/>"
          + "<item id=\"b\" href=\"../text/b%20c.xhtml\" media-type=\"application/xhtml+xml\"/>"
          + "<item id=\"n\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\""
          + " properties=\"nav\"/><item id=\"out\" href=\"../../etc/passwd\"/>";

  @Test
  void chaptersAreReadInTheOrderOfTheSpine() throws IOException {
    ReadDocument document =
        EpubFile.read(
            ZippedFiles.epub(
                    TWO,
                    "<itemref idref=\"n\"/><itemref idref=\"b\"/><itemref idref=\"out\"/>"
                        + "<itemref idref=\"gone\"/><itemref idref=\"a\"/>")
                .with("OEBPS/a.xhtml", ZippedFiles.chapter("<h1>Last</h1><p>End.</p>"))
                .with("OEBPS/nav.xhtml", ZippedFiles.chapter("<a href=\"a.xhtml\">Last</a>"))
                .with(
                    "text/b c.xhtml",
                    ZippedFiles.chapter(
                        "<h1>First</h1><p>See <a href=\"https://a.example/\">this <b>page</b></a>,"
                            + " <a href=\"a.xhtml\">there</a>.</p><ul><li>one</li><li><p>two</p>"
                            + "</li></ul><table><tr><th>Monday</th><td>9&#160;to 5</td></tr></table>"
                            + "<a href=\"https://b.example/\"><img alt=\"A map\"/></a>"))
                .bytes());
    assertThat(document.title()).isEqualTo("A Handbook");
    assertThat(document.language()).isEqualTo("cy");
    assertThat(ReadPieces.said(document))
        .containsExactly(
            "MARGIN Last",
            "HEADING1 First",
            "PARAGRAPH See this page, there.",
            "ITEM1 one",
            "ITEM1 two",
            "ROW Monday|9 to 5",
            "HEADING1 Last",
            "PARAGRAPH End.");
    assertThat(ReadPieces.links(document))
        .containsExactly("https://a.example/ this page", "https://b.example/ A map");
  }

  @Test
  void bookWithoutASpineIsReadAsItIsListed() throws IOException {
    ReadDocument document =
        EpubFile.read(
            ZippedFiles.epub(TWO, "")
                .with("OEBPS/a.xhtml", ZippedFiles.chapter("<p>text</p>"))
                .bytes());
    assertThat(ReadPieces.said(document)).containsExactly("PARAGRAPH text");
  }

  @Test
  void bookWithoutAPackageIsReadAsItLies() throws IOException {
    byte[] book =
        new ZippedFiles()
            .with("META-INF/container.xml", "<container/>")
            .with("b.html", "<p>two")
            .with("a.html", "<p>one")
            .bytes();
    assertThat(ReadPieces.said(EpubFile.read(book)))
        .containsExactly("PARAGRAPH one", "PARAGRAPH two");
  }

  @Test
  void chapterLockedToOneReaderIsSaidToBe() {
    byte[] locked =
        ZippedFiles.epub(TWO, "<itemref idref=\"a\"/>")
            .with("OEBPS/a.xhtml", "xx")
            .with(
                "META-INF/encryption.xml",
                "<encryption><CipherReference URI=\"OEBPS/a.xhtml\"/></encryption>")
            .bytes();
    assertThatThrownBy(() -> EpubFile.read(locked)).hasMessage("is locked to one reader");
  }

  @Test
  void entitiesFromOutsideAreNotRead() throws IOException {
    byte[] book =
        ZippedFiles.epub(TWO, "<itemref idref=\"a\"/>")
            .with(
                "OEBPS/a.xhtml",
                "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                    + "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>a&x;b</p></body></html>")
            .bytes();
    assertThat(ReadPieces.said(EpubFile.read(book)).toString()).doesNotContain("root:");
  }
}
