package signpost.tools.repair;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.tools.repair.RepairItem.RepairOutcome;
import signpost.url.AddressGuard;
import signpost.url.IpRange;

/** Answers are applied to the addresses of links, and nothing else in a file changes. */
class GuideRepairTest {
  private static final String OLD = "https://old.example/a";
  private static final String NEW = "https://new.example/b?x=1&y=2";

  private static AnswersByAddress answers(String json) throws RefusedException {
    return answers(json, AddressGuard.strict());
  }

  private static AnswersByAddress answers(String json, AddressGuard guard) throws RefusedException {
    return AnswersFile.parse(json.replace('\'', '"').getBytes(UTF_8), "answers.json", guard);
  }

  private static AnswersByAddress replaced() throws RefusedException {
    return answers("[{'target':'" + OLD + "','answer':'replace','with':'" + NEW + "'}]");
  }

  private static GuideRepair repair(String name, byte[] bytes) throws RefusedException {
    return GuideRepair.of(name, bytes, replaced(), Optional.empty());
  }

  private static String repaired(String name, String text) throws RefusedException {
    return new String(repair(name, text.getBytes(UTF_8)).after(), UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<a href=\"https://old.example/a\">x</a> | <a href=\"https://new.example/b?x=1&amp;y=2\">x</a>",
        "<A HREF='https://old.example/a' id=q>x</A> | <A HREF='https://new.example/b?x=1&amp;y=2' id=q>x</A>",
        "<a href=https://old.example/a>x</a> | <a href=https://new.example/b?x=1&amp;y=2>x</a>",
        "<a href=\"https&#58;//old.example/a\">x</a> | <a href=\"https://new.example/b?x=1&amp;y=2\">x</a>",
        "<!-- <a href=\"https://old.example/a\">x</a> --> | <!-- <a href=\"https://old.example/a\">x</a> -->",
        "<a href=\"https://old.example/ab\">x</a> | <a href=\"https://old.example/ab\">x</a>",
        "<script>f('https://old.example/a')</script> | <script>f('https://old.example/a')</script>"
      })
  void anAddressInHtmlIsReplacedHoweverItIsWritten(String before, String after)
      throws RefusedException {
    String page = "<!doctype html>\r\n<html><body>%s</body></html>\r\n";
    assertThat(repaired("guide.html", page.formatted(before))).isEqualTo(page.formatted(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[x](https://old.example/a) | [x](https://new.example/b?x=1&y=2)",
        "[x](<https://old.example/a> 'T') | [x](<https://new.example/b?x=1&y=2> 'T')",
        "<https://old.example/a> | <https://new.example/b?x=1&y=2>",
        "[x][1] and more | [x][1] and more",
        "`https://old.example/a` | `https://old.example/a`",
        "[x](https://other.example/) | [x](https://other.example/)"
      })
  void anAddressInMarkdownIsReplacedAndCodeIsNot(String before, String after)
      throws RefusedException {
    String file = "# Guide\r\n\r\n%s\r\n\r\n    [code](https://old.example/a)\r\n";
    assertThat(repaired("guide.md", file.formatted(before))).isEqualTo(file.formatted(after));
  }

  @Test
  void aReferenceOfMarkdownIsReplacedWhereItIsDefined() throws RefusedException {
    assertThat(repaired("guide.md", "See [this][1].\n\n[1]: https://old.example/a \"Title\"\n"))
        .isEqualTo("See [this][1].\n\n[1]: https://new.example/b?x=1&y=2 \"Title\"\n");
  }

  @Test
  void bytesThatAreNoUtf8StayAsTheyAre() throws RefusedException {
    Charset western = Charset.forName("windows-1252");
    String page =
        "<html><head><meta charset=windows-1252></head><body>caf\u00e9 \u201cx\u201d"
            + " <a href=\"%s\">caf\u00e9</a></body></html>";
    byte[] after = repair("guide.html", page.formatted(OLD).getBytes(western)).after();
    assertThat(after).isEqualTo(page.formatted(NEW.replace("&", "&amp;")).getBytes(western));
  }

  @Test
  void aByteOrderMarkStays() throws RefusedException {
    assertThat(repaired("guide.md", "\uFEFF[x](" + OLD + ")\n"))
        .isEqualTo("\uFEFF[x](" + NEW + ")\n");
  }

  @Test
  void inWordOnlyTheRelationshipsChange() throws IOException, RefusedException {
    byte[] before = docx(OLD, "https://other.example/");
    GuideRepair repair = repair("guide.docx", before);
    Map<String, String> was = entries(before);
    Map<String, String> is = entries(repair.after());
    was.computeIfPresent(
        "word/_rels/document.xml.rels", (_, xml) -> xml.replace(OLD, NEW.replace("&", "&amp;")));
    assertThat(is).isEqualTo(was);
    assertThat(links(repair.after())).containsExactly(NEW, "https://other.example/");
  }

  @Test
  void linksAreCountedAsTheyAreUsedAndNotAsAFileListsThem() throws IOException, RefusedException {
    byte[] listed;
    try (var document = new XWPFDocument(new ByteArrayInputStream(docx(OLD)));
        var out = new ByteArrayOutputStream()) {
      document
          .getPackagePart()
          .addExternalRelationship(OLD, XWPFRelation.HYPERLINK.getRelation(), "rId99");
      document.write(out);
      listed = out.toByteArray();
    }
    GuideRepair repair = repair("guide.docx", listed);
    assertThat(repair.report().count(RepairOutcome.REPLACED)).isOne();
    assertThat(entries(repair.after()).get("word/_rels/document.xml.rels")).doesNotContain(OLD);
  }

  @Test
  void aFieldInATextBoxChangesWithItsCopyForOlderPrograms() throws IOException, RefusedException {
    String box =
        "<w:p><w:fldSimple w:instr=' HYPERLINK \"%s\" '><w:r><w:t>here</w:t></w:r></w:fldSimple></w:p>";
    String document =
        "<w:document xmlns:w='w' xmlns:mc='mc'><w:p><w:r><mc:AlternateContent><mc:Choice>"
            + box
            + "</mc:Choice><mc:Fallback>"
            + box
            + "</mc:Fallback></mc:AlternateContent></w:r></w:p></w:document>";
    var before = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(before)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(document.formatted(OLD, OLD).getBytes(UTF_8));
    }
    GuideRepair repair = repair("guide.docx", before.toByteArray());
    String written = NEW.replace("&", "&amp;");
    assertThat(entries(repair.after()).get("word/document.xml"))
        .isEqualTo(document.formatted(written, written));
    assertThat(repair.report().count(RepairOutcome.REPLACED)).isOne();
  }

  @Test
  void whatIsToBeRemovedIsLeftForAPersonAndWhatIsKeptIsSaid() throws RefusedException {
    AnswersByAddress given =
        answers(
            "[{'target':'"
                + OLD
                + "','answer':'remove','by':'Ann'},"
                + "{'target':'https://kept.example/','answer':'keep'},"
                + "{'target':'https://none.example/','answer':'remove'}]");
    String file = "[x](" + OLD + ")\n[y](https://kept.example/)\n";
    GuideRepair repair = GuideRepair.of("guide.md", file.getBytes(UTF_8), given, Optional.empty());
    assertThat(repair.changes()).isFalse();
    assertThat(repair.report().items())
        .extracting(RepairItem::outcome)
        .containsExactlyInAnyOrder(RepairOutcome.REMOVE, RepairOutcome.KEPT, RepairOutcome.ABSENT);
    assertThat(ReportText.of(repair.report(), "guide.md", ""))
        .contains("1:5 remove “x”", "answered by Ann", "1 kept, 1 for you to do");
  }

  @Test
  void aRepairedFileNeedsNoSecondRepair() throws RefusedException {
    byte[] once = repair("guide.md", ("[x](" + OLD + ")\n").getBytes(UTF_8)).after();
    GuideRepair twice = repair("guide.md", once);
    assertThat(twice.changes()).isFalse();
    assertThat(twice.report().items())
        .extracting(RepairItem::outcome)
        .containsOnly(RepairOutcome.ABSENT);
  }

  /** Whatever stands between the links, it stays; and of the links the answered ones change. */
  @Test
  void ofAnyMixtureOnlyTheAnsweredAddressesChange() throws RefusedException {
    Random random = new Random(7);
    List<String> between =
        List.of(" und ", "\r\n\r\n", "<b>\u00e4\u4e16</b>", "&amp;nbsp;", "<br/>\n", " 100 % ");
    List<String> links = List.of(OLD, "https://old.example/a/", "https://x.example/?q=a", "#top");
    for (int round = 0; round < 300; round++) {
      StringBuilder before = new StringBuilder("<!doctype html><body>");
      StringBuilder after = new StringBuilder(before);
      IntStream.range(0, random.nextInt(12))
          .forEach(_ -> {
            String words = between.get(random.nextInt(between.size()));
            String link = links.get(random.nextInt(links.size()));
            String with = link.equals(OLD) ? NEW.replace("&", "&amp;") : link;
            before.append(words).append("<a class=k href=\"").append(link).append("\">w</a>");
            after.append(words).append("<a class=k href=\"").append(with).append("\">w</a>");
          });
      assertThat(repaired("guide.html", before.toString())).isEqualTo(after.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'nothing'",
        "[]",
        "{'target':'https://a.example/'}",
        "{'target':'https://a.example/','answer':'replace'}",
        "{'target':'https://a.example/','answer':'replace','with':'javascript:alert(1)'}",
        "{'target':'https://a.example/','answer':'replace','with':'data:text/html,x'}",
        "{'target':'https://a.example/','answer':'replace','with':'http://127.0.0.1/'}",
        "{'target':'https://a.example/','answer':'replace','with':'http://2130706433/'}",
        "{'target':'https://a.example/','answer':'replace','with':'http://localhost/'}",
        "{'target':'https://a.example/','answer':'replace','with':'http://[fd00::1]/'}",
        "{'target':'https://a.example/','answer':'replace','with':'https://me:x@b.example/'}",
        "{'target':'ftp://a.example/','answer':'keep'}",
        "{'target':'https://a.example/','answer':'keep','colour':'red'}",
        "{'target':'https://a.example/','answer':'keep'},"
            + "{'target':'https://a.example/','answer':'remove'}",
        "{'target':'https://a.example/','answer':'replace','with':'https://b.example/'},"
            + "{'target':'https://b.example/','answer':'replace','with':'https://a.example/'}"
      })
  void oneBadAnswerIsSetAsideAndTheOthersAreDone(String bad) throws RefusedException {
    AnswersByAddress given =
        answers("[" + bad + ",{'target':'" + OLD + "','answer':'replace','with':'" + NEW + "'}]");
    String page = "<a href=\"" + OLD + "\">x</a><a href=\"https://a.example/\">y</a>";
    GuideRepair repair =
        GuideRepair.of("guide.html", page.getBytes(UTF_8), given, Optional.empty());
    assertThat(new String(repair.after(), UTF_8))
        .isEqualTo(page.replace(OLD, NEW.replace("&", "&amp;")));
    assertThat(repair.report().setAside()).isNotEmpty();
    assertThat(repair.report().isDone()).isFalse();
    assertThat(ReportText.of(repair.report(), "guide.html", ""))
        .startsWith("Answers set aside\n  ")
        .contains(" set aside. ");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, http://10.1.2.3/new",
    "127.0.0.1/32:8080, http://127.0.0.1:8080/new",
    "127.0.0.0/8:*, http://localhost:9000/new",
    "fd00::/8, http://[fd00::1]/new"
  })
  void aReplacementThatTheNotifierWasAllowedIsDone(String range, String with)
      throws RefusedException {
    String json = "[{'target':'" + OLD + "','answer':'replace','with':'" + with + "'}]";
    AddressGuard guard = new AddressGuard(List.of(IpRange.of(range)), Set.of());
    byte[] page = ("<a href=\"" + OLD + "\">x</a>").getBytes(UTF_8);

    assertThat(answers(json).setAside()).hasSize(1);
    GuideRepair repair = GuideRepair.of("guide.html", page, answers(json, guard), Optional.empty());
    assertThat(new String(repair.after(), UTF_8)).isEqualTo("<a href=\"" + with + "\">x</a>");
    assertThat(repair.report().isDone()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[{'target'", "", "12"})
  void whatIsNoListOfAnswersIsRefused(String json) {
    assertThatThrownBy(() -> answers(json)).isInstanceOf(RefusedException.class);
  }

  @Test
  void whatIsNoGuidesFileIsRefused() throws IOException {
    byte[] whole = docx(OLD);
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length / 2);
    assertThatThrownBy(() -> repair("guide.docx", cut)).isInstanceOf(RefusedException.class);
    byte[] pdf = "%PDF-1.7\n".getBytes(UTF_8);
    assertThatThrownBy(() -> repair("guide.pdf", pdf)).hasMessageContaining("It is a PDF");
    byte[] locked = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4};
    assertThatThrownBy(() -> repair("guide.docx", locked)).hasMessageContaining("locked Word file");
  }

  private static byte[] docx(String... links) throws IOException {
    try (var document = new XWPFDocument();
        var out = new ByteArrayOutputStream()) {
      for (String link : links) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.createRun().setText("See ");
        paragraph.createHyperlinkRun(link).setText("this page");
      }
      document.write(out);
      return out.toByteArray();
    }
  }

  private static List<String> links(byte[] docx) throws IOException {
    try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
      return java.util.Arrays.stream(document.getHyperlinks()).map(it -> it.getURL()).toList();
    }
  }

  private static Map<String, String> entries(byte[] zip) throws IOException {
    Map<String, String> entries = new HashMap<>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
      }
    }
    return entries;
  }
}
