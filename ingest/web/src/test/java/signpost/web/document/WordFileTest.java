package signpost.web.document;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.web.document.ZippedFiles.link;
import static signpost.web.document.ZippedFiles.paragraph;
import static signpost.web.document.ZippedFiles.part;
import static signpost.web.document.ZippedFiles.relation;
import static signpost.web.document.ZippedFiles.relations;
import static signpost.web.document.ZippedFiles.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.web.document.DocumentLink.OriginKind;

class WordFileTest {
  private static final String RELATIONS = "word/_rels/document.xml.rels";
  private static final String FIELD =
      "<w:r><w:fldChar w:fldCharType=\"%s\"/></w:r>".formatted("begin")
          + "<w:r><w:instrText> HYPER</w:instrText></w:r>"
          + "<w:r><w:instrText>LINK \"https://field.example/\" \\l \"part\" </w:instrText></w:r>"
          + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
          + run("the field")
          + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

  @Test
  void contentControlsAreReadLikeTheRest() throws IOException {
    String inner =
        paragraph("", "<w:hyperlink r:id=\"r1\">" + run("help") + "</w:hyperlink>")
            + paragraph("", "<w:sdt><w:sdtContent>" + run("inline") + "</w:sdtContent></w:sdt>");
    String body =
        "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:sdt><w:sdtContent>"
            + inner
            + "</w:sdtContent></w:sdt></w:sdtContent></w:sdt>";
    ReadDocument document =
        WordFile.read(
            ZippedFiles.word(body)
                .with(RELATIONS, relations(link("r1", "https://help.example/")))
                .bytes());
    assertThat(ReadPieces.said(document)).containsExactly("PARAGRAPH help", "PARAGRAPH inline");
    assertThat(ReadPieces.links(document)).containsExactly("https://help.example/ help");
  }

  @Test
  void tablesInTablesGiveTheirRowsInOrder() throws IOException {
    String inner = table(row(paragraph("", run("a")), paragraph("", run("b"))));
    String body =
        table(
            row(paragraph("", run("one")), paragraph("", run("two"))),
            row(paragraph("", run("before")), inner + paragraph("", run("after"))));
    assertThat(ReadPieces.said(WordFile.read(ZippedFiles.word(body).bytes())))
        .containsExactly("ROW one|two", "PARAGRAPH before", "ROW a|b", "PARAGRAPH after");
  }

  @Test
  void headingsInTablesKeepTheirLevel() throws IOException {
    String body = table(row(paragraph("Heading2", run("Wales")), paragraph("", run("text"))));
    assertThat(ReadPieces.said(WordFile.read(ZippedFiles.word(body).bytes())))
        .containsExactly("HEADING2 Wales", "PARAGRAPH text");
  }

  @Test
  void textBoxIsReadOnceAndAfterWhatItIsAnchoredTo() throws IOException {
    String box =
        "<w:txbxContent>"
            + paragraph("", "<w:hyperlink r:id=\"r1\">" + run("in the box") + "</w:hyperlink>")
            + "</w:txbxContent>";
    String body =
        paragraph(
            "Heading1",
            run("Contact")
                + "<w:r><mc:AlternateContent><mc:Choice>"
                + box
                + "</mc:Choice><mc:Fallback>"
                + box
                + "</mc:Fallback></mc:AlternateContent></w:r>");
    ReadDocument document =
        WordFile.read(
            ZippedFiles.word(body)
                .with(RELATIONS, relations(link("r1", "https://box.example/")))
                .bytes());
    assertThat(ReadPieces.said(document))
        .containsExactly("HEADING1 Contact", "PARAGRAPH in the box");
    assertThat(ReadPieces.links(document)).containsExactly("https://box.example/ in the box");
  }

  @Test
  void fieldsAreLinksWhetherInOnePieceOrInMany() throws IOException {
    String simple =
        "<w:fldSimple w:instr=\" HYPERLINK &quot;https://simple.example/&quot; \">"
            + run("simple")
            + "</w:fldSimple>";
    String inside =
        "<w:fldSimple w:instr=\" HYPERLINK \\l &quot;top&quot; \">" + run("up") + "</w:fldSimple>";
    ReadDocument document =
        WordFile.read(
            ZippedFiles.word(paragraph("", run("See ") + FIELD + run(", ") + simple + inside))
                .bytes());
    assertThat(ReadPieces.said(document)).containsExactly("PARAGRAPH See the field, simpleup");
    assertThat(ReadPieces.links(document))
        .containsExactly("https://field.example/#part the field", "https://simple.example/ simple");
    assertThat(ReadPieces.all(document).map(it -> it.origin().kind()))
        .containsOnly(OriginKind.FIELD);
    assertThat(ReadPieces.all(document).map(it -> it.origin().name())).containsExactly("0", "1");
  }

  @Test
  void noteStandsBehindTheParagraphThatRefersToIt() throws IOException {
    String body =
        paragraph("", run("One") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>")
            + paragraph("", run("Two"));
    String notes =
        "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r/></w:p></w:footnote>"
            + "<w:footnote w:id=\"2\">"
            + paragraph("", "<w:hyperlink r:id=\"n1\">" + run("source") + "</w:hyperlink>")
            + "</w:footnote><w:footnote w:id=\"3\">"
            + paragraph("", run("nobody refers to it"))
            + "</w:footnote>";
    ReadDocument document =
        WordFile.read(
            ZippedFiles.word(body)
                .with(RELATIONS, relations(relation("r9", "footnotes", "footnotes.xml")))
                .with("word/footnotes.xml", part("w:footnotes", notes))
                .with(
                    "word/_rels/footnotes.xml.rels",
                    relations(link("n1", "https://source.example/")))
                .bytes());
    assertThat(ReadPieces.said(document))
        .containsExactly(
            "PARAGRAPH One", "PARAGRAPH source", "PARAGRAPH Two", "PARAGRAPH nobody refers to it");
    assertThat(ReadPieces.links(document)).containsExactly("https://source.example/ source");
  }

  @Test
  void whatIsDeletedIsNotReadAndWhatIsInsertedIs() throws IOException {
    String body =
        paragraph(
            "",
            "<w:ins>"
                + run("new ")
                + "</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
                + "<w:moveFrom>"
                + run("moved")
                + "</w:moveFrom>"
                + run("text"));
    assertThat(ReadPieces.said(WordFile.read(ZippedFiles.word(body).bytes())))
        .containsExactly("PARAGRAPH new text");
  }

  @Test
  void pictureLeadsWhereItIsLinkedUnderItsDescription() throws IOException {
    String drawing =
        "<w:r><w:drawing><wp:docPr id=\"1\" name=\"Picture 1\" descr=\"Map of Wales\">"
            + "<a:hlinkClick r:id=\"r1\"/></wp:docPr><a:cNvPr><a:hlinkClick r:id=\"r1\"/></a:cNvPr>"
            + "</w:drawing></w:r><w:r><w:pict><v:shape href=\"https://old.example/\" alt=\"Old\"/>"
            + "</w:pict></w:r>";
    ReadDocument document =
        WordFile.read(
            ZippedFiles.word(paragraph("", drawing))
                .with(RELATIONS, relations(link("r1", "https://map.example/")))
                .bytes());
    assertThat(ReadPieces.links(document))
        .containsExactly("https://map.example/ Map of Wales", "https://old.example/ Old");
  }

  @Test
  void ofHeadsFeetAndCommentsTheLinksCount() throws IOException {
    String foot = paragraph("", "<w:hyperlink r:id=\"f1\">" + run("us") + "</w:hyperlink>");
    ReadDocument document =
        WordFile.read(
            ZippedFiles.word(paragraph("", run("text")))
                .with(RELATIONS, relations(relation("r1", "footer", "footer1.xml")))
                .with("word/footer1.xml", part("w:ftr", foot + paragraph("", run("page 1"))))
                .with("word/_rels/footer1.xml.rels", relations(link("f1", "https://us.example/")))
                .bytes());
    assertThat(ReadPieces.said(document)).containsExactly("PARAGRAPH text", "MARGIN us");
  }

  @Test
  void stylesMakeHeadingsAndListsByNameOutlineOrBase() throws IOException {
    String styles =
        "<w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>"
            + "<w:style w:styleId=\"Own\"><w:name w:val=\"Own\"/><w:basedOn w:val=\"berschrift1\"/>"
            + "</w:style><w:style w:styleId=\"Out\"><w:name w:val=\"Out\"/><w:pPr><w:outlineLvl"
            + " w:val=\"2\"/></w:pPr></w:style><w:style w:styleId=\"Ring\"><w:name w:val=\"Ring\"/>"
            + "<w:basedOn w:val=\"Ring\"/></w:style><w:style w:styleId=\"Dot\"><w:name"
            + " w:val=\"Dot\"/><w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:styleId=\"TOC1\"><w:name w:val=\"toc 1\"/></w:style>";
    String body =
        paragraph("berschrift1", run("A"))
            + paragraph("Own", run("B"))
            + paragraph("Out", run("C"))
            + paragraph("Ring", run("D"))
            + paragraph("Dot", run("E"))
            + paragraph("TOC1", run("Introduction") + "<w:r><w:tab/></w:r>" + run("12"));
    ReadDocument document =
        WordFile.read(
            ZippedFiles.word(body)
                .with(RELATIONS, relations(relation("r1", "styles", "styles.xml")))
                .with("word/styles.xml", part("w:styles", styles))
                .bytes());
    assertThat(ReadPieces.said(document))
        .containsExactly(
            "HEADING1 A",
            "HEADING1 B",
            "HEADING3 C",
            "PARAGRAPH D",
            "ITEM1 E",
            "PARAGRAPH Introduction");
  }

  @Test
  void addressThatIsNoUriIsKeptAsItIsWritten() throws IOException {
    String body = paragraph("", "<w:hyperlink r:id=\"r1\">" + run("x") + "</w:hyperlink>");
    ReadDocument document =
        WordFile.read(
            ZippedFiles.word(body)
                .with(RELATIONS, relations(link("r1", "https://a.example/{id}?q=a b|c")))
                .bytes());
    assertThat(ReadPieces.links(document)).containsExactly("https://a.example/{id}?q=a b|c x");
  }

  @Test
  void walkTellsWhoUsesARelationshipAndInWhichParagraph() throws IOException {
    String xml =
        part(
            "w:document",
            paragraph("Heading1", run("Wales"))
                + paragraph(
                    "",
                    "<w:hyperlink r:id=\"r1\">"
                        + run("one ")
                        + "</w:hyperlink><w:hyperlink r:id=\"r2\">"
                        + run("link")
                        + "</w:hyperlink>"));
    List<WordParagraph> met = new ArrayList<>();
    WordPart.walk(
        "word/document.xml",
        xml.getBytes(StandardCharsets.UTF_8),
        WordStyles.NONE,
        (id, anchor) ->
            Optional.of(WordPart.link("word/document.xml", id, "https://a.example/", anchor)),
        event -> {
          if (event instanceof WordEvent.Words(WordParagraph paragraph)) {
            met.add(paragraph);
          }
        });
    assertThat(met.getLast().number()).isEqualTo(2);
    assertThat(met.getLast().links()).extracting(DocumentLink::words).containsExactly("one link");
    assertThat(met.getLast().uses())
        .extracting(it -> it.origin().name())
        .containsExactly("r1", "r2");
  }

  private static String table(String... rows) {
    return "<w:tbl>" + String.join("", rows) + "</w:tbl>";
  }

  private static String row(String... cells) {
    return "<w:tr><w:tc>" + String.join("</w:tc><w:tc>", cells) + "</w:tc></w:tr>";
  }
}
