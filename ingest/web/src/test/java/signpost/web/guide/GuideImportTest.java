package signpost.web.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.catalogue.CatalogueLoad;
import signpost.catalogue.CatalogueReader;
import signpost.catalogue.Guide;
import signpost.catalogue.Placement;
import signpost.catalogue.Section;
import signpost.events.PlacementStatus;
import signpost.url.AddressLength;
import signpost.url.WebUrl;
import signpost.web.document.OpenTextFile;
import signpost.web.document.PdfFile;
import signpost.web.document.WordFile;
import signpost.web.document.ZippedFiles;

final class GuideImportTest {
  private static final WebUrl BASE = WebUrl.of("https://council.org.uk/guides/snap");
  private static final String PAGE =
      """
      <!doctype html><html lang=en><head><title>Snap Guide | Council</title></head>
      <body class="cookie-shown"><div id=cookie-banner><a href=/cookies>Cookies</a></div>
      <header><a href="/">Home</a></header>
      <nav><a href=/a>Menu</a></nav>
      <main><h1>Snap Guide</h1>
      <p>See <a href="https://a.org.uk/x?utm_source=snap">the <b>first</b> thing</a> first.</p>
      <h2>Wales: <em>resources</em></h2>
      <ul><li><a href="../pdf/one two.pdf">One</a></li>
      <li><a href="https://b.org.uk/">B</a> or <a href="https://b.org.uk/#top">B again</a></li></ul>
      <p><a href="https://c.org.uk/">young minds</a><a href="https://d.org.uk/">Addressing</a></p>
      <h3>Nothing here</h3><p><a href="mailto:a@b.uk">Write</a> <a href="#top">Up</a></p>
      <h2>More</h2><p><a href="https://b.org.uk/">B</a> <a href="https://[bad/">Bad</a></p>
      </main><footer><a href=/privacy>Privacy</a></footer></body></html>
      """;

  @Test
  void addressThatIsTooLongToBeWatchedIsSaidAndItsLineHasNone() {
    String address = "https://e.org.uk/?state=" + "y".repeat(AddressLength.MOST);
    ImportedGuide guide = html(PAGE.replace("https://c.org.uk/", address));
    assertThat(guide.problems())
        .anySatisfy(
            it -> assertThat(it).endsWith("longer than 2,048 characters and cannot be watched."));
    assertThat(guide.sections().get(1).placements())
        .extracting(it -> it.url().map(WebUrl::host).orElse(it.text()))
        .containsExactly("council.org.uk", "b.org.uk", "young minds", "d.org.uk");
  }

  @Test
  void headingsBecomeSectionsAndLinksPlacements() {
    ImportedGuide guide = html(PAGE);
    assertThat(guide.title()).isEqualTo("Snap Guide");
    assertThat(guide.sections())
        .extracting(ImportedGuide.ImportedSection::title)
        .containsExactly("Snap Guide", "Wales: resources", "More");
    assertThat(guide.sections().get(0).placements().getFirst())
        .isEqualTo(
            new ImportedGuide.ImportedPlacement(
                "the first thing",
                WebUrl.parse("https://a.org.uk/x?utm_source=snap"),
                "See the first thing first.",
                false));
    assertThat(guide.sections().get(1).placements())
        .extracting(it -> it.url().map(WebUrl::href).orElse(""))
        .containsExactly(
            "https://council.org.uk/pdf/one%20two.pdf",
            "https://b.org.uk/", "https://c.org.uk/", "https://d.org.uk/");
  }

  @Test
  void linksThatRunTogetherAreDoubtful() {
    assertThat(html(PAGE).sections().get(1).placements())
        .extracting(ImportedGuide.ImportedPlacement::doubtful)
        .containsExactly(false, false, true, true);
  }

  @Test
  void whatWasLeftOutIsCounted() {
    assertThat(html(PAGE).problems())
        .containsExactlyInAnyOrder(
            "'Bad' leads to 'https://[bad/', which is no URL.",
            "1 mail addresses or telephone numbers were left out.",
            "1 links repeated under one heading were merged.");
  }

  @Test
  void writtenFileReadsBackAsTheSameGuide() {
    ImportedGuide guide = html(PAGE);
    String text = CatalogueWriter.write(guide, Optional.of(BASE), BASE.href());
    CatalogueLoad load = CatalogueReader.read(Map.of("imported.yaml", text));
    assertThat(load.complete()).as(load.problems().toString()).isTrue();
    Guide back = load.catalogue().guides().getFirst();
    assertThat(back.title()).isEqualTo("Snap Guide");
    assertThat(back.id()).isEqualTo("snap-guide");
    assertThat(back.url()).contains(BASE);
    assertThat(back.sections()).extracting(Section::title).contains("Wales: resources");
    assertThat(back.sections().get(1).placements())
        .extracting(Placement::status)
        .containsExactly(
            PlacementStatus.ACTIVE,
            PlacementStatus.ACTIVE,
            PlacementStatus.UNVERIFIED,
            PlacementStatus.UNVERIFIED);
    assertThat(back.sections().get(2).placements().get(1).url()).isEmpty();
    assertThat(text).contains("# Its words run into another link's. It stands in: young minds");
  }

  @Test
  void hostileWordsCannotBreakTheFile() {
    String odd =
        "<main><h1>yes</h1><p>x\u0007 # y: <a href='https://a.org.uk/:'>\"a: b\" # c\\ \u0007"
            + "\u0085\u2028</a></p><p><a href='https://b.org.uk/'>- [x]: &amp;z *y</a></main>";
    ImportedGuide guide = html(odd);
    CatalogueLoad load =
        CatalogueReader.read(
            Map.of("x.yaml", CatalogueWriter.write(guide, Optional.empty(), "a\n- b: c")));
    assertThat(load.complete()).as(load.problems().toString()).isTrue();
    assertThat(load.catalogue().guides().getFirst().sections().getFirst().placements())
        .extracting(Placement::text)
        .containsExactlyElementsOf(
            guide.sections().getFirst().placements().stream().map(it -> it.text()).toList());
  }

  @Test
  void wordDocumentsHeadingsAndLinksAreRead() throws IOException {
    ImportedGuide guide = GuideImport.fromDocument(WordFile.read(Documents.docx()));
    assertThat(guide.title()).isEqualTo("Snap Guide");
    assertThat(guide.sections())
        .extracting(ImportedGuide.ImportedSection::title)
        .containsExactly("Wales resources", "Scotland");
    assertThat(guide.sections().getFirst().placements())
        .extracting(ImportedGuide.ImportedPlacement::text)
        .containsExactly("ACE Hub Wales", "young minds", "Addressing");
    assertThat(guide.sections().getFirst().placements())
        .extracting(ImportedGuide.ImportedPlacement::doubtful)
        .containsExactly(false, true, true);
    assertThat(guide.sections().get(1).placements().getFirst().url())
        .contains(WebUrl.of("https://www.gov.scot/toolkit/"));
  }

  @Test
  void pdfsLargeLinesAndLinkAnnotationsAreRead() throws IOException {
    ImportedGuide guide = GuideImport.fromDocument(PdfFile.read(Documents.pdf()));
    assertThat(guide.title()).isEqualTo("Snap Guide");
    assertThat(guide.sections())
        .extracting(ImportedGuide.ImportedSection::title)
        .containsExactly("Wales resources", "Scotland");
    assertThat(guide.sections().getFirst().placements().getFirst().text())
        .isEqualTo("ACE Hub Wales");
    assertThat(guide.sections().getFirst().placements().getFirst().paragraph())
        .isEqualTo("See ACE Hub Wales for more.");
    assertThat(guide.sections().get(1).placements().getFirst().url())
        .contains(WebUrl.of("https://www.gov.scot/toolkit/"));
  }

  @Test
  void documentsOfOtherKindsAreGuidesToo() throws IOException {
    String body =
        "<text:h text:outline-level=\"1\">Guide</text:h><text:h text:outline-level=\"2\">Wales"
            + "</text:h><text:p>See <text:a xlink:href=\"https://a.org.uk/\">A</text:a>.</text:p>";
    ImportedGuide guide =
        GuideImport.fromDocument(OpenTextFile.read(ZippedFiles.openText(body).bytes()));
    assertThat(guide.title()).isEqualTo("Guide");
    assertThat(guide.sections())
        .extracting(ImportedGuide.ImportedSection::title)
        .containsExactly("Wales");
    assertThat(guide.sections().getFirst().placements().getFirst().paragraph()).isEqualTo("See A.");
  }

  private static ImportedGuide html(String page) {
    return GuideImport.fromHtml(
        page.getBytes(UTF_8), Optional.of("text/html; charset=utf-8"), BASE);
  }
}
