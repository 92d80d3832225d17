package signpost.tools.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.Documents;

/** What is read in files; where it leads is left out, so that nothing is dialled. */
final class GivenFilesTest {
  @TempDir Path folder = Path.of("");

  private List<TargetResult> check(String standard, String... given) throws Exception {
    return check(Optional.empty(), standard, given);
  }

  private List<TargetResult> check(Optional<Path> root, String standard, String... given)
      throws Exception {
    CheckOptions options =
        new CheckOptions(
            1,
            List.of(),
            List.of(Pattern.compile("^https?:")),
            AcceptedStatuses.of("200"),
            8,
            Duration.ofMinutes(2),
            Map.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            root,
            true,
            LinkRules.USUAL,
            0,
            false,
            "");
    var in = new ByteArrayInputStream(standard.getBytes(StandardCharsets.UTF_8));
    return LinkChecker.check(CheckInputs.of(List.of(given), in), options, (_, _) -> {}).results();
  }

  private static TargetResult told(List<TargetResult> results, String end) {
    return results.stream().filter(it -> it.url().endsWith(end)).findFirst().orElseThrow();
  }

  private static String place(List<TargetResult> results, String end) {
    LinkReference at = told(results, end).references().getFirst();
    return at.line() + ":" + at.column();
  }

  @Test
  void slidesOpenDocumentsAndBooksAreReadToo() throws Exception {
    String link = "<a href='https://%s.example/'>x</a>";
    Files.write(
        folder.resolve("talk.ppsx"),
        zip(
            "ppt/presentation.xml",
            "<p xmlns:r='x/relationships'><sldId r:id='s'/></p>",
            "ppt/_rels/presentation.xml.rels",
            "<r><Relationship Id='s' Type='x/slide' Target='s.xml'/></r>",
            "ppt/s.xml",
            "<p xmlns:r='x/relationships'><p><r><rPr><hlinkClick r:id='l'/></rPr><t>x</t></r></p></p>",
            "ppt/_rels/s.xml.rels",
            "<r><Relationship Id='l' Type='x/hyperlink' Target='https://slides.example/'"
                + " TargetMode='External'/></r>"));
    Files.write(
        folder.resolve("text.odt"),
        zip(
            "content.xml",
            "<d><p>" + link.formatted("open") + "</p></d>",
            "META-INF/manifest.xml",
            "<manifest/>"));
    Files.write(
        folder.resolve("book.epub"),
        zip("META-INF/container.xml", "<container/>", "a.html", link.formatted("book")));
    List<TargetResult> results = check("", folder.toString());
    assertThat(told(results, "slides.example/").references().getFirst().page())
        .endsWith("talk.ppsx");
    assertThat(told(results, "open.example/").references().getFirst().page()).endsWith("text.odt");
    assertThat(told(results, "book.example/").references().getFirst().page()).endsWith("book.epub");
  }

  private static byte[] zip(String... parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < parts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(parts[i]));
        zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aFolderIsReadWithItsDocuments() throws Exception {
    Files.createDirectories(folder.resolve("in/deeper"));
    Files.write(folder.resolve("in/guide.pdf"), Documents.pdf(2));
    Files.write(folder.resolve("in/deeper/guide.docx"), Documents.docx());
    Files.writeString(folder.resolve("in/program.bin"), "https://never.example/");
    List<TargetResult> results = check("", folder.resolve("in").toString());
    assertThat(told(results, "/summary").references().getFirst().page()).endsWith("guide.pdf");
    assertThat(told(results, "/working-definition").references().getFirst().page())
        .endsWith("guide.docx");
    assertThat(results).noneMatch(it -> it.url().contains("never.example"));
  }

  @Test
  void aFolderWithNothingToCheckIsSaidToHoldNothing() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.writeString(empty.resolve("program.bin"), "x");
    assertThatThrownBy(() -> check("", empty.toString())).hasMessageContaining("nothing to check");
  }

  @Test
  void linesOfStandardInputAreUrlsOrFiles() throws Exception {
    Path page = Files.writeString(folder.resolve("page.html"), "<a href=https://a.example/x>x</a>");
    List<TargetResult> results = check("# a list\n" + page + "\n\nno such thing\n", "-");
    assertThat(told(results, "a.example/x").kind()).isEqualTo(CheckVerdict.ResultClass.SKIPPED);
    assertThat(told(results, "no such thing").kind()).isEqualTo(CheckVerdict.ResultClass.BROKEN);
  }

  @Test
  void placesAreExactBesideWideCharactersAndCarriageReturns() throws Exception {
    String line = "é 😀 ";
    Path html = folder.resolve("a.html");
    Files.writeString(
        html,
        "\uFEFF<!-- <a href=https://no.example/> -->\r\n<script>'<a href=no>'</script>\r\n"
            + line
            + "<a\r\n title='1 > 0' href = \"https://a.example/html\">x</a>\r\n"
            + line
            + "<style>\r\n b { background: url(https://a.example/css) }</style>");
    Path markdown = folder.resolve("b.md");
    Files.writeString(markdown, "x\r\n" + line + "[t](https://a.example/md)\r\n");
    Path text = folder.resolve("c.txt");
    Files.writeString(text, "\r\n" + line + "https://a.example/txt\r\n");
    List<TargetResult> results = check("", html.toString(), markdown.toString(), text.toString());
    assertThat(place(results, "/html")).isEqualTo("4:24");
    assertThat(place(results, "/css")).isEqualTo("6:22");
    assertThat(place(results, "/md")).isEqualTo("2:9");
    assertThat(place(results, "/txt")).isEqualTo("2:5");
    assertThat(results).noneMatch(it -> it.url().contains("no"));
  }

  @Test
  void aPageIsReadInTheCharactersItsMetaNames() throws Exception {
    Path page = folder.resolve("old.html");
    String html = "<meta charset=windows-1252><a href='https://a.example/caf\u00e9'>\u20ac 5</a>";
    Files.write(page, html.getBytes(Charset.forName("windows-1252")));
    assertThat(told(check("", page.toString()), "/caf%C3%A9").references().getFirst().text())
        .isEqualTo("\u20ac 5");
  }

  @Test
  void filesAreResolvedAsTheirSiteWould() throws Exception {
    Files.createDirectories(folder.resolve("site/docs"));
    Files.writeString(folder.resolve("site/docs/a[1].txt"), "x");
    Path page = folder.resolve("site/docs/page.html");
    Files.writeString(
        page,
        "<a href='//cdn.example/x'>1</a><a href='\\\\cdn.example\\y'>2</a>"
            + "<a href='/docs/a[1].txt'>3</a><a href='../../docs/a[1].txt#L1'>4</a>");
    Path based = folder.resolve("site/based.html");
    Files.writeString(based, "<base href=/docs/><a href='a[1].txt'>1</a><a href=none.txt>2</a>");
    Path elsewhere = folder.resolve("site/elsewhere.html");
    Files.writeString(elsewhere, "<base href='https://a.example/d/'><a href=file.txt>1</a>");
    String[] all = {page.toString(), based.toString(), elsewhere.toString()};
    List<TargetResult> results = check(Optional.of(folder.resolve("site")), "", all);
    assertThat(told(results, "//cdn.example/x").url()).isEqualTo("https://cdn.example/x");
    assertThat(told(results, "//cdn.example/y").url()).isEqualTo("https://cdn.example/y");
    assertThat(told(results, "/docs/a[1].txt").references()).hasSize(3);
    assertThat(told(results, "/docs/a[1].txt").kind()).isEqualTo(CheckVerdict.ResultClass.OK);
    assertThat(told(results, "/docs/none.txt").kind()).isEqualTo(CheckVerdict.ResultClass.BROKEN);
    assertThat(told(results, "file.txt").url()).isEqualTo("https://a.example/d/file.txt");
    List<TargetResult> unknown = check("", based.toString());
    assertThat(told(unknown, "/docs/none.txt").kind()).isEqualTo(CheckVerdict.ResultClass.SKIPPED);
    assertThat(told(unknown, "/docs/none.txt").reason()).contains("--root");
  }

  @Test
  void ofAFolderItsIndexPageIsRead() throws Exception {
    Files.createDirectories(folder.resolve("with"));
    Files.createDirectories(folder.resolve("without"));
    Files.writeString(folder.resolve("with/index.html"), "<p id=here>");
    Files.writeString(folder.resolve("about.html"), "<p>");
    String links = "<a href=with/#here>1</a> <a href=with#gone>2</a> <a href=without/>3</a> ";
    Path page = Files.writeString(folder.resolve("page.html"), links + "<a href=about>4</a>");
    List<TargetResult> results = check("", page.toString());
    assertThat(told(results, "with/").kind()).isEqualTo(CheckVerdict.ResultClass.OK);
    assertThat(told(results, "with#gone").kind()).isEqualTo(CheckVerdict.ResultClass.FRAGMENT);
    assertThat(told(results, "without/").kind()).isEqualTo(CheckVerdict.ResultClass.SUSPECT);
    assertThat(told(results, "without/").reason()).contains("without an index page");
    assertThat(told(results, "/about").reason()).contains("about.html");
    Path readme = Files.writeString(folder.resolve("readme.md"), "[x](without/)\n");
    assertThat(told(check("", readme.toString()), "without/").kind())
        .isEqualTo(CheckVerdict.ResultClass.OK);
  }

  @Test
  void entitiesOfASitemapExpandToNothing() throws Exception {
    Path map = folder.resolve("map.xml");
    Files.writeString(
        map,
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'><!ENTITY b '&a;&a;&a;'>]>"
            + "<s:urlset xmlns:s='http://www.sitemaps.org/schemas/sitemap/0.9'>"
            + "<s:url><s:loc> https://a.example/1?x&amp;y </s:loc></s:url>"
            + "<s:url><s:loc><![CDATA[https://a.example/2]]></s:loc></s:url>"
            + "<s:url><s:loc>https://a.example/&b;</s:loc></s:url></s:urlset>");
    assertThat(check("", map.toString()).stream().map(TargetResult::url))
        .contains("https://a.example/1?x&y", "https://a.example/2", "https://a.example/&b;")
        .noneMatch(url -> url.contains("root"));
  }
}
