package signpost.web.extract;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static signpost.web.document.ZippedFiles.chapter;
import static signpost.web.document.ZippedFiles.paragraph;
import static signpost.web.document.ZippedFiles.part;
import static signpost.web.document.ZippedFiles.relation;
import static signpost.web.document.ZippedFiles.relations;
import static signpost.web.document.ZippedFiles.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import signpost.kit.Documents;
import signpost.url.WebUrl;
import signpost.web.document.ZippedFiles;
import signpost.web.extract.ReadOutcome.UnreadableReason;

/** Every byte is an attack until it is parsed: each ends in an outcome that says what it is. */
class HostileDocumentsTest {
  private static final WebUrl BASE = WebUrl.of("https://example.org/files/guide");
  private static final MediaPageReader READER = new MediaPageReader(PublisherRules.builtIn());

  @AfterAll
  static void close() {
    READER.close();
  }

  @Test
  void lockedOfficeFileIsEncrypted() {
    var locked = new ByteArrayOutputStream();
    locked.writeBytes(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0});
    locked.writeBytes("EncryptedPackage".getBytes(UTF_16LE));
    assertThat(reason(locked.toByteArray())).isEqualTo(UnreadableReason.ENCRYPTED);
  }

  @Test
  void documentThatIsCutOffIsDamaged() throws IOException {
    byte[] word = Documents.docx();
    assertThat(reason(Arrays.copyOf(word, word.length - 30))).isEqualTo(UnreadableReason.DAMAGED);
    byte[] book =
        ZippedFiles.epub("<item id=\"a\" href=\"a.xhtml\"/>", "<itemref idref=\"a\"/>")
            .with("OEBPS/a.xhtml", chapter("<p>text</p>"))
            .bytes();
    assertThat(reason(Arrays.copyOf(book, book.length - 30))).isEqualTo(UnreadableReason.DAMAGED);
    assertThat(reason(ZippedFiles.word("<w:p><w:r>").bytes())).isEqualTo(UnreadableReason.DAMAGED);
  }

  @Test
  void documentThatUnpacksToHundredsOfMegabytesIsTooBig() throws IOException {
    String zeros = "0".repeat(80 << 20);
    assertThat(reason(Documents.docxBomb())).isEqualTo(UnreadableReason.TOO_BIG);
    assertThat(reason(ZippedFiles.openText("<text:p>" + zeros + "</text:p>").bytes()))
        .isEqualTo(UnreadableReason.TOO_BIG);
    assertThat(
            reason(
                ZippedFiles.epub("<item id=\"a\" href=\"a.xhtml\"/>", "<itemref idref=\"a\"/>")
                    .with("OEBPS/a.xhtml", zeros)
                    .bytes()))
        .isEqualTo(UnreadableReason.TOO_BIG);
  }

  @Test
  void entitiesAreNeitherFetchedNorMultiplied() {
    String laughs =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">"
            + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
    String xml = part("w:document", "<w:body>" + paragraph("", run("x &c; &f; y")) + "</w:body>");
    byte[] word =
        ZippedFiles.word("").with("word/document.xml", xml.replace("?>", "?>" + laughs)).bytes();
    ReadOutcome outcome = read(word);
    if (outcome instanceof ReadOutcome.Read(ReadablePage page)) {
      assertThat(page.text()).doesNotContain("root:").doesNotContain("haha");
    } else {
      assertThat(reason(word)).isEqualTo(UnreadableReason.DAMAGED);
    }
  }

  @Test
  void tableOfAHundredThousandCellsIsRead() {
    StringBuilder rows = new StringBuilder("<w:tbl>");
    String cell = "<w:tc>" + paragraph("", run("cell")) + "</w:tc>";
    for (int i = 0; i < 10_000; i++) {
      rows.append("<w:tr>").append(cell.repeat(10)).append("</w:tr>");
    }
    assertThat(Pages.page(read(ZippedFiles.word(rows + "</w:tbl>").bytes())).blocks())
        .hasSize(10_000);
    String column = ("<w:tr>" + cell + "</w:tr>").repeat(100_000);
    assertThat(Pages.page(read(ZippedFiles.word("<w:tbl>" + column + "</w:tbl>").bytes())).blocks())
        .hasSize(100_000);
  }

  @Test
  void deckOfTenThousandSlidesIsRead() {
    ZippedFiles deck =
        new ZippedFiles()
            .with(
                "_rels/.rels", relations(relation("r", "officeDocument", "ppt/presentation.xml")));
    StringBuilder ids = new StringBuilder();
    StringBuilder related = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      ids.append("<p:sldId id=\"256\" r:id=\"r%d\"/>".formatted(i));
      related.append(relation("r" + i, "slide", "slides/slide" + i + ".xml"));
      deck.with(
          "ppt/slides/slide" + i + ".xml",
          part("p:sld", "<p:sp><a:p><a:r><a:t>slide " + i + "</a:t></a:r></a:p></p:sp>"));
      deck.with(
          "ppt/slides/_rels/slide" + i + ".xml.rels",
          relations(relation("n", "notesSlide", "slide" + i + ".xml")));
    }
    deck.with("ppt/presentation.xml", part("p:presentation", ids.toString()))
        .with("ppt/_rels/presentation.xml.rels", relations(related.toString()));
    assertThat(Pages.page(read(deck.bytes())).pages()).isEqualTo(10_000);
  }

  @Test
  void partsThatReferToThemselvesComeToAnEnd() {
    String diagram = "<dgm:t><a:p/></dgm:t><dgm:relIds r:dm=\"d\"/>";
    byte[] word =
        ZippedFiles.word(paragraph("A", run("text") + "<w:r><dgm:relIds r:dm=\"d\"/></w:r>"))
            .with(
                "word/_rels/document.xml.rels",
                relations(
                    relation("d", "diagramData", "diagrams/data1.xml"),
                    relation("s", "styles", "styles.xml")))
            .with("word/diagrams/data1.xml", part("dgm:dataModel", diagram))
            .with(
                "word/diagrams/_rels/data1.xml.rels",
                relations(relation("d", "diagramData", "data1.xml")))
            .with(
                "word/styles.xml",
                part(
                    "w:styles",
                    "<w:style w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style><w:style"
                        + " w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>"))
            .bytes();
    assertThat(Pages.page(read(word)).text()).isEqualTo("text");
  }

  @Test
  void documentNestedTooDeeplyIsDamaged() {
    String deep = "<w:sdt>".repeat(5_000) + "</w:sdt>".repeat(5_000);
    assertThat(reason(ZippedFiles.word(deep).bytes())).isEqualTo(UnreadableReason.DAMAGED);
  }

  @Test
  void actionThatFollowsItselfLeadsNowhere() throws IOException {
    try (var document = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      var page = new PDPage();
      document.addPage(page);
      var action = new PDActionURI();
      action.getCOSObject().setItem(COSName.getPDFName("Next"), action.getCOSObject());
      var link = new PDAnnotationLink();
      link.setAction(action);
      page.getAnnotations().add(link);
      page.getCOSObject().setItem(COSName.PARENT, page.getCOSObject());
      document.save(out);
      assertThat(reason(out.toByteArray())).isIn(UnreadableReason.EMPTY, UnreadableReason.DAMAGED);
    }
  }

  @Test
  void bookOfHtmlWithoutEndIsRead() {
    byte[] book =
        ZippedFiles.epub("<item id=\"a\" href=\"a.xhtml\"/>", "<itemref idref=\"a\"/>")
            .with("OEBPS/a.xhtml", "<b><i><div>".repeat(100_000) + "text")
            .bytes();
    assertThat(read(book)).isNotNull();
  }

  private static UnreadableReason reason(byte[] document) {
    ReadOutcome outcome = read(document);
    assertThat(outcome).isInstanceOf(ReadOutcome.Unreadable.class);
    return ((ReadOutcome.Unreadable) outcome).reason();
  }

  private static ReadOutcome read(byte[] document) {
    return READER.read(document, Optional.empty(), BASE);
  }
}
