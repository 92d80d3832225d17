package signpost.web.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OpenTextFileTest {
  @Test
  void textIsReadInOrderWithItsLinks() throws IOException {
    String body =
        "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
            + "<text:p text:style-name=\"P1\">A Guide</text:p>"
            + "<text:h text:outline-level=\"2\">Wales</text:h>"
            + "<text:p>See<text:s/><text:a xlink:href=\"https://a.example/\">the <text:span>page"
            + "</text:span></text:a>.<text:note><text:note-citation>1</text:note-citation>"
            + "<text:note-body><text:p><text:a xlink:href=\"https://n.example/\">note</text:a>"
            + "</text:p></text:note-body></text:note></text:p>"
            + "<text:list><text:list-item><text:p>one</text:p><text:list><text:list-item>"
            + "<text:p>deeper</text:p></text:list-item></text:list></text:list-item></text:list>"
            + "<table:table><table:table-row><table:table-cell><text:p>Monday</text:p>"
            + "</table:table-cell><table:table-cell><text:p>9 to 5</text:p></table:table-cell>"
            + "</table:table-row></table:table>";
    ReadDocument document =
        OpenTextFile.read(
            ZippedFiles.openText(body)
                .with(
                    "styles.xml",
                    ZippedFiles.openPart(
                        "<style:style style:name=\"P1\" style:parent-style-name=\"Title\"/>"))
                .bytes());
    assertThat(document.title()).isEqualTo("A Guide");
    assertThat(ReadPieces.said(document))
        .containsExactly(
            "HEADING1 A Guide",
            "HEADING2 Wales",
            "PARAGRAPH See the page.",
            "PARAGRAPH note",
            "ITEM1 one",
            "ITEM2 deeper",
            "ROW Monday|9 to 5");
    assertThat(ReadPieces.links(document))
        .containsExactly("https://a.example/ the page", "https://n.example/ note");
  }

  @Test
  void picturesLeadWhereTheyAreLinkedAndFeetOnlyLend() throws IOException {
    String body =
        "<text:p><draw:a xlink:href=\"https://pic.example/\"><draw:frame draw:name=\"Map\">"
            + "<svg:desc>shows Wales</svg:desc></draw:frame></draw:a><text:a xlink:href=\"#top\">up"
            + "</text:a></text:p>";
    ReadDocument document =
        OpenTextFile.read(
            ZippedFiles.openText(body)
                .with(
                    "styles.xml",
                    ZippedFiles.openPart(
                        "<office:master-styles><style:footer><text:p><text:a"
                            + " xlink:href=\"https://us.example/\">us</text:a> page 1</text:p>"
                            + "</style:footer></office:master-styles>"))
                .bytes());
    assertThat(ReadPieces.said(document)).containsExactly("PARAGRAPH up", "MARGIN us page 1");
    assertThat(ReadPieces.links(document))
        .containsExactly("https://pic.example/", "https://us.example/ us");
  }

  @Test
  void lockedTextIsSaidToBe() {
    byte[] locked =
        ZippedFiles.openText("")
            .with(
                "META-INF/manifest.xml",
                "<m:manifest xmlns:m=\"m\"><m:encryption-data/></m:manifest>")
            .bytes();
    assertThatThrownBy(() -> OpenTextFile.read(locked)).hasMessage("asks for a password");
  }
}
