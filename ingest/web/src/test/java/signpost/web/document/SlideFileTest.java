package signpost.web.document;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.web.document.ZippedFiles.link;
import static signpost.web.document.ZippedFiles.part;
import static signpost.web.document.ZippedFiles.relation;
import static signpost.web.document.ZippedFiles.relations;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SlideFileTest {
  private static final String LINK = "<a:rPr><a:hlinkClick r:id=\"%s\"/></a:rPr>";

  @Test
  void slidesAreReadInTheOrderOfTheShowTitlesFirst() throws IOException {
    ReadDocument document =
        SlideFile.read(
            deck("r2", "r1")
                .with(
                    "ppt/slides/slide1.xml",
                    slide(shape("body", text(1, "point")) + shape("title", text(0, "Second"))))
                .with(
                    "ppt/slides/slide2.xml",
                    slide(
                        shape("ctrTitle", text(0, "First"))
                            + shape("subTitle", text(0, "for carers"))
                            + shape("sldNum", text(0, "1"))))
                .bytes());
    assertThat(document.pages()).isEqualTo(2);
    assertThat(document.title()).isEqualTo("First");
    assertThat(ReadPieces.said(document))
        .containsExactly(
            "HEADING1 First", "PARAGRAPH for carers", "MARGIN 1", "HEADING2 Second", "ITEM2 point");
  }

  @Test
  void linksOfRunsShapesAndLayoutsAreRead() throws IOException {
    String words =
        "<a:p><a:r>"
            + LINK.formatted("h1")
            + "<a:t>the </a:t></a:r><a:r>"
            + LINK.formatted("h1")
            + "<a:t>toolkit</a:t></a:r></a:p>";
    String button =
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Button\"><a:hlinkClick r:id=\"h2\"/></p:cNvPr>"
            + "</p:nvSpPr><p:txBody><a:p><a:r><a:t>Press</a:t></a:r></a:p></p:txBody></p:sp>";
    String picture =
        "<p:pic><p:nvPicPr><p:cNvPr id=\"3\" name=\"x\" descr=\"A map\"><a:hlinkClick"
            + " r:id=\"h3\"/></p:cNvPr></p:nvPicPr></p:pic>";
    ReadDocument document =
        SlideFile.read(
            deck("r1")
                .with("ppt/slides/slide1.xml", slide(shape("body", words) + button + picture))
                .with(
                    "ppt/slides/_rels/slide1.xml.rels",
                    relations(
                        link("h1", "https://one.example/"),
                        link("h2", "https://two.example/"),
                        link("h3", "https://three.example/"),
                        relation("l1", "slideLayout", "../slideLayouts/layout1.xml")))
                .with(
                    "ppt/slideLayouts/layout1.xml",
                    slide(
                        "<p:pic><p:cNvPr descr=\"Us\"><a:hlinkClick r:id=\"x\"/></p:cNvPr></p:pic>"))
                .with(
                    "ppt/slideLayouts/_rels/layout1.xml.rels",
                    relations(
                        link("x", "https://us.example/"),
                        relation("m", "slideMaster", "../slides/slide1.xml")))
                .bytes());
    assertThat(ReadPieces.links(document))
        .startsWith(
            "https://one.example/ the toolkit",
            "https://two.example/ Press",
            "https://three.example/ A map",
            "https://us.example/ Us");
  }

  @Test
  void tablesAndDiagramsAreRead() throws IOException {
    String table =
        "<p:graphicFrame><a:tbl><a:tr><a:tc><a:txBody>"
            + text(0, "Monday")
            + "</a:txBody></a:tc><a:tc><a:txBody>"
            + text(0, "9 to 5")
            + "</a:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>";
    String diagram = "<p:graphicFrame><dgm:relIds r:dm=\"d1\"/></p:graphicFrame>";
    ReadDocument document =
        SlideFile.read(
            deck("r1")
                .with("ppt/slides/slide1.xml", slide(table + diagram))
                .with(
                    "ppt/slides/_rels/slide1.xml.rels",
                    relations(relation("d1", "diagramData", "../diagrams/data1.xml")))
                .with(
                    "ppt/diagrams/data1.xml",
                    part("dgm:dataModel", "<dgm:pt><dgm:t>" + text(0, "Ask") + "</dgm:t></dgm:pt>"))
                .bytes());
    assertThat(ReadPieces.said(document)).containsExactly("ROW Monday|9 to 5", "PARAGRAPH Ask");
  }

  static ZippedFiles deck(String... order) {
    StringBuilder ids = new StringBuilder();
    for (String id : order) {
      ids.append("<p:sldId id=\"256\" r:id=\"").append(id).append("\"/>");
    }
    return new ZippedFiles()
        .with("_rels/.rels", relations(relation("r1", "officeDocument", "ppt/presentation.xml")))
        .with("ppt/presentation.xml", part("p:presentation", ids.toString()))
        .with(
            "ppt/_rels/presentation.xml.rels",
            relations(
                relation("r1", "slide", "slides/slide1.xml"),
                relation("r2", "slide", "slides/slide2.xml")));
  }

  private static String slide(String shapes) {
    return part("p:sld", "<p:cSld><p:spTree>" + shapes + "</p:spTree></p:cSld>");
  }

  private static String shape(String placeholder, String paragraphs) {
    return "<p:sp><p:nvSpPr><p:nvPr><p:ph type=\""
        + placeholder
        + "\"/></p:nvPr></p:nvSpPr><p:txBody>"
        + paragraphs
        + "</p:txBody></p:sp>";
  }

  private static String text(int level, String words) {
    return "<a:p><a:pPr lvl=\"" + level + "\"/><a:r><a:t>" + words + "</a:t></a:r></a:p>";
  }
}
