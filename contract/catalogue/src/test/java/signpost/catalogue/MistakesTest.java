package signpost.catalogue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people get wrong in a catalogue file, and what they read about it. */
final class MistakesTest {
  private static final String OWNED = "guide: {id: o, url: https://o.org.uk/, owners: [kim]}\n";

  @TempDir Path folder;

  @Test
  void tabIsNamedWhereItStands() {
    assertThat(of("guide:\n\tid: lake\n\ttitle: Lake\n"))
        .containsExactly(
            "x.yaml:2:1: This line is indented with a tab, and YAML takes blanks only. Put two"
                + " blanks in the place of each tab.");
    assertThat(of("guide:\n  id: lake\n  \ttitle: Lake\n").getFirst()).startsWith("x.yaml:3:3: ");
    assertThat(of("sections:\n  - title: A\n\t  resources: []\n").getFirst()).contains("a tab");
  }

  @Test
  void blankThatIsNonePlainIsNamed() {
    assertThat(of("guide:\n\u00a0\u00a0id: lake\n\u00a0\u00a0url: https://l.org.uk/\n").getFirst())
        .startsWith("x.yaml:2:1: ")
        .contains("'id' that nobody sees");
    assertThat(of("\u200bguide: https://l.org.uk/\n").getFirst()).contains("nobody sees");
    assertThat(load("guide: {id: lake, url: \"https://l.org.uk/\u00a0\", title: 'Lake\u200b'}\n"))
        .isEqualTo(load("guide: {id: lake, url: https://l.org.uk/, title: Lake}\n"));
  }

  @Test
  void colonInWordsIsShownQuoted() {
    assertThat(of("guide:\n  id: lake\n  title: Boats: an \"A\" to Z\n  url: https://l.org.uk/\n"))
        .containsExactly(
            "x.yaml:3:15: There is a second colon in this line. Put the words in quotes: title:"
                + " \"Boats: an \\\"A\\\" to Z\".");
    assertThat(of("sections:\n  - title: One\n    resources:\n      - text: A: b\n").getFirst())
        .startsWith("x.yaml:4:16: ")
        .endsWith("- text: \"A: b\".");
    assertThat(of("guide: {id: lake, title: Boats: a guide}\n").getFirst())
        .startsWith("x.yaml:1:")
        .contains("need quotes");
  }

  @Test
  void crookedLineIsMeasuredAgainstTheOneAbove() {
    String file = "sections:\n  - title: A\n    resources:\n      - text: B\n       url: c\n";
    assertThat(of(file).getFirst())
        .startsWith("x.yaml:5:8: This line begins in column 8, which fits no line above it.")
        .contains("begin in column 9");
    assertThat(of("guide:\n  id: lake\n    title: Lake\n").getFirst())
        .startsWith("x.yaml:3:")
        .contains("indented deeper");
  }

  @Test
  void whatIsNeverClosedIsNamedWhereItOpens() {
    assertThat(of("guide:\n  id: lake\n  title: \"Lake\n  url: https://l.org.uk/\n").getFirst())
        .startsWith("x.yaml:3:10: The quote that opens here is never closed.");
    assertThat(of("guide: {id: lake,\n  title: Lake\n").getFirst())
        .startsWith("x.yaml:1:8: The bracket that opens here is never closed.");
    assertThat(of("guide: {id: lake title: Lake}\n")).isNotEmpty();
    assertThat(of("guide: {id: [lake, title: Lake}\n").getFirst()).contains("is missing before");
    assertThat(of("guide: {id: lake, title: \"C:\\Bay\"}\n").getFirst()).contains("backslash");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@lake", "%lake", "`lake`", "*lake*", "&lake boats", "!lake boats"})
  void signThatMeansSomethingElseIsToBeQuoted(String title) {
    assertThat(of("guide:\n  url: https://l.org.uk/\n  title: " + title + "\n"))
        .containsExactly(
            "x.yaml:3:10: Words cannot begin with "
                + title.charAt(0)
                + " unless they stand in quotes. Write \"…\" around them.");
  }

  @Test
  void missingColonIsNamed() {
    assertThat(of("guide:\n  id: lake\n  title Lake\n  url: https://l.org.uk/\n").getFirst())
        .startsWith("x.yaml:")
        .contains("'key: value'");
    assertThat(of("guide: https://l.org.uk/\n---\nguide: https://m.org.uk/\n"))
        .containsExactly(
            "x.yaml:2:1: A second document begins here ('---'). Make a file of its own of it.");
  }

  @Test
  void wordsOfTheWrongSortSayWhatToWrite() {
    assertThat(guide("url: www.lake.org.uk/one").getFirst())
        .startsWith("x.yaml:1:")
        .endsWith("Write https://www.lake.org.uk/one.");
    assertThat(guide("url: 'see the web'").getFirst()).contains("Copy it from a browser");
    assertThat(guide("url: “https://l.org.uk/”").getFirst()).contains("Quotes of a word processor");
    assertThat(guide("url: https://l.org.uk/, id: “lake”").getFirst())
        .contains("cannot be an id", "Quotes of a word processor");
    assertThat(guide("url: https://l.org.uk/, schedule: daily").getFirst())
        .contains("is no schedule", "0 0 6 * * ?");
    assertThat(guide("url: https://l.org.uk/, schedule: '0 0 6 31 2 ?'").getFirst())
        .contains("never comes");
    assertThat(guide("url: https://l.org.uk/, schedule: '0 6 * * ?'").getFirst())
        .contains("five fields", "0 0 6 * * ?");
    assertThat(guide("url: https://l.org.uk/, ours: perhaps").getFirst()).contains("true or false");
    assertThat(of("- guide: https://l.org.uk/\n").getFirst())
        .startsWith("x.yaml:1:1: A catalogue file begins with a key")
        .contains("Take away the '- '");
  }

  @Test
  void proseInCurlyQuotesCountsAndIsRemarkedUpon() {
    CatalogueLoad load = read("guide: {url: https://l.org.uk/, title: “Lake”}\n");
    assertThat(load.complete()).isTrue();
    assertThat(load.problems())
        .extracting(CatalogueProblem::severity)
        .containsExactly(CatalogueProblem.Severity.WARNING);
    assertThat(load.problems().getFirst().message()).contains("shown with its quotes");
  }

  @Test
  void yesIsTrueAndNoIsAWord() {
    CatalogueLoad load = read("guide: {id: l, title: No, url: https://l.org.uk/, ours: Yes}\n");
    assertThat(load.problems()).isEmpty();
    assertThat(load.catalogue().guides().getFirst().title()).isEqualTo("No");
    assertThat(load.catalogue().guides().getFirst().ours()).isTrue();
  }

  @Test
  void oneWordIsAListOfOneAndACommaMakesNoList() {
    CatalogueLoad load =
        read(
            "guide: {url: https://l.org.uk/, owners: kim}\nowners: {kim: {name: K, email: k@l.org.uk}}");
    assertThat(load.problems()).isEmpty();
    assertThat(load.catalogue().guides().getFirst().owners()).containsExactly("kim");
    assertThat(guide("url: https://l.org.uk/, owners: \"kim, lee\"").getFirst())
        .contains("write owners: [kim, lee]");
  }

  @Test
  void whatIsMissingIsNamedWithTheKeyToAdd() {
    assertThat(guide("id: lake, title: Lake").getFirst()).contains("needs 'url', or 'sections'");
    assertThat(of("guide: https://l.org.uk/\nsections:\n  - resources: []\n"))
        .containsExactly("x.yaml:3:5: A section needs 'title'. Add it.");
  }

  @Test
  void daysZonesWishesAndAddressesOfOwnersAreLookedAt() {
    List<String> told =
        of(
            OWNED
                + "owners:\n  kim: {name: Kim, email: kim at lake, zone: London,"
                + " away: 1/2/2027-14/02/2027, tell: {broken: now}, for: sektion:A}\n");
    assertThat(told).hasSize(5).allMatch(it -> it.startsWith("x.yaml:3:"));
    assertThat(String.join("\n", told))
        .contains("'kim at lake' is no email address: ")
        .contains("Did you mean 'Europe/London'?")
        .contains("Did you mean 2027-02-01/2027-02-14?")
        .contains("Known here: daily, immediate, off, weekly.")
        .contains("Did you mean 'section:'?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2027-03-01/2027-02-01", "2027-02-30", "soon", "2027-2-1", "01/02/27"})
  void daysThatAreNoneAreRefused(String days) {
    assertThat(of(OWNED + "owners: {kim: {name: K, email: k@l.org.uk, away: [" + days + "]}}"))
        .singleElement()
        .asString()
        .startsWith("x.yaml:2:51: ");
  }

  @Test
  void membersAndDeputiesMustBeKnown() {
    assertThat(
            of(
                "owners: {hub: {name: Hub, members: [kim]}, lee: {name: L, email: l@l.org.uk, deputy: kin}}"))
        .hasSize(2)
        .allMatch(it -> it.contains("warning: There is no owner 'ki"));
  }

  @Test
  void bytesThatAreNoTextAreNamedByWhatTheyAre() throws IOException {
    assertThat(of("PK\u0003\u0004 word".getBytes(ISO_8859_1)))
        .containsExactly(
            "x.yaml:1:1: This is no text but a Word document or another archive (zip) under another"
                + " name. Make a catalogue file of it with 'signpost import', and move this one"
                + " elsewhere.");
    assertThat(of("%PDF-1.7".getBytes(UTF_8)).getFirst()).contains("a PDF");
    assertThat(of("<!DOCTYPE html>".getBytes(UTF_8)).getFirst()).contains("a web page");
    assertThat(of(new byte[2_500_000]).getFirst()).contains("larger than 2 MB");
    assertThat(of("guide: {id: lake,\n  title: Caf\u00e9}".getBytes(ISO_8859_1)))
        .containsExactly(
            "x.yaml:2:13: The file is not UTF-8: the byte E9 stands here, perhaps the é of Windows."
                + " Save it as UTF-8 (editors offer this as Encoding under Save as).");
    assertThat(of("a: \u0093b\u0094".getBytes(ISO_8859_1)).getFirst()).contains("perhaps the “");
    assertThat(of("guide: a\u0000b".getBytes(UTF_8)).getFirst())
        .startsWith("x.yaml:1:9: ")
        .contains("NUL");
    assertThat(of("guide: a\u0007b".getBytes(UTF_8)).getFirst()).contains("U+0007");
  }

  @Test
  void markedTextAndWindowsLinesCountRightly() throws IOException {
    String file = "guide:\r\n  id: lake\r\n  title: Café\r\n  url: https://l.org.uk/\r\n";
    Catalogue plain = load(file);
    assertThat(of(("\uFEFF" + file).getBytes(UTF_8))).isEmpty();
    assertThat(of(("\uFEFF" + file).getBytes(UTF_16LE))).isEmpty();
    assertThat(CatalogueReader.readFolder(folder, CatalogueLoad.NOTHING).catalogue())
        .isEqualTo(plain);
    assertThat(of(file.getBytes(UTF_16LE)).getFirst()).contains("NUL");
  }

  @Test
  void whatIsQuotedStaysOneShortLineWithItsRemedy() {
    String url = "one\\ntwo" + "w".repeat(5_000);
    assertThat(of("guide: \"" + url + "\""))
        .singleElement()
        .asString()
        .startsWith("x.yaml:1:8: 'one two")
        .endsWith("with https:// in front.")
        .hasSizeLessThan(650);
  }

  @Test
  void depthIsBounded() {
    assertThat(of("guide: " + "[".repeat(100_000)).getFirst()).contains("more than 20 deep");
  }

  @Test
  void emptyFileIsAnErrorAndTakesNothingAway() throws IOException {
    Files.writeString(folder.resolve("x.yaml"), "guide: https://l.org.uk/\n");
    Files.writeString(folder.resolve("y.yaml"), "guide: https://m.org.uk/\n");
    CatalogueLoad before = CatalogueReader.readFolder(folder, CatalogueLoad.NOTHING);
    assertThat(before.complete()).isTrue();
    for (String nothing : List.of("", " \n\n", "# later\n", "---\n", "\uFEFF", "~\n")) {
      Files.writeString(folder.resolve("x.yaml"), nothing);
      CatalogueLoad emptied = CatalogueReader.readFolder(folder, before);
      assertThat(emptied.problems())
          .extracting(CatalogueProblem::toString)
          .containsExactly(
              "x.yaml:1:1: The file is empty: what it said before stays in force. Delete it if that"
                  + " is meant, restore it if not.");
      assertThat(emptied.complete()).isFalse();
      assertThat(emptied.catalogue()).isEqualTo(before.catalogue());
    }
    Files.writeString(folder.resolve("y.yaml"), "guide: https://n.org.uk/\n");
    CatalogueLoad others = CatalogueReader.readFolder(folder, before);
    assertThat(others.catalogue().guides())
        .extracting(Guide::title)
        .containsExactly("https://l.org.uk/", "https://n.org.uk/");
    Files.delete(folder.resolve("x.yaml"));
    CatalogueLoad gone = CatalogueReader.readFolder(folder, others);
    assertThat(gone.complete()).isTrue();
    assertThat(gone.catalogue().guides())
        .extracting(Guide::title)
        .containsExactly("https://n.org.uk/");
  }

  @Test
  void whatWasSurelyMeantAsAFileIsRemarkedUpon() throws IOException {
    Files.createDirectory(folder.resolve("guides.yaml"));
    Files.writeString(folder.resolve("lake.yaml.txt"), "guide: https://l.org.uk/");
    Files.createSymbolicLink(folder.resolve("old.yaml"), folder.resolve("nowhere"));
    Files.writeString(folder.resolve("LOUD.YAML"), "guide: https://l.org.uk/");
    CatalogueLoad load = CatalogueReader.readFolder(folder, CatalogueLoad.NOTHING);
    assertThat(load.catalogue().guides()).hasSize(1);
    assertThat(load.problems())
        .extracting(CatalogueProblem::toString)
        .containsExactly(
            "guides.yaml: warning: This is a folder, and folders are not read. Move its files up.",
            "lake.yaml.txt: warning: This file is not read, for its name ends in .txt. Take that"
                + " away.",
            "old.yaml: This link leads to no file. Mend the link or delete it.");
  }

  @Test
  void copyDoesNotTakeTheOriginalsPlace() throws IOException {
    Files.writeString(
        folder.resolve("lake.yaml"), "guide: {id: lake, title: Lake, url: https://l.org.uk/}");
    CatalogueLoad before = CatalogueReader.readFolder(folder, CatalogueLoad.NOTHING);
    Files.writeString(
        folder.resolve("copy.yaml"), "guide: {id: lake, title: Copy, url: https://c.org.uk/}");
    CatalogueLoad after = CatalogueReader.readFolder(folder, before);
    assertThat(after.catalogue()).isEqualTo(before.catalogue());
    assertThat(after.problems()).extracting(CatalogueProblem::file).containsExactly("copy.yaml");
  }

  @Test
  void sameTextIsNotParsedAgain() throws IOException {
    Files.writeString(folder.resolve("x.yaml"), "guide: {url: https://l.org.uk/, owners: [kim]}");
    CatalogueLoad once = CatalogueReader.readFolder(folder, CatalogueLoad.NOTHING);
    CatalogueLoad again = CatalogueReader.readFolder(folder, once);
    assertThat(again.parsed().get("x.yaml")).isSameAs(once.parsed().get("x.yaml"));
    assertThat(again.problems()).isEqualTo(once.problems()).hasSize(1);
  }

  @Test
  void folderThatIsAFileIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("x.yaml"), "guide: https://l.org.uk/");
    assertThat(CatalogueReader.readFolder(file, CatalogueLoad.NOTHING).problems())
        .singleElement()
        .asString()
        .contains("This is a file");
  }

  private static List<String> guide(String fields) {
    return of("guide: {" + fields + "}\n");
  }

  private static CatalogueLoad read(String text) {
    return CatalogueReader.read(Map.of("x.yaml", text));
  }

  private static Catalogue load(String text) {
    CatalogueLoad load = read(text);
    assertThat(load.problems()).isEmpty();
    return load.catalogue();
  }

  private static List<String> of(String text) {
    return read(text).problems().stream().map(CatalogueProblem::toString).toList();
  }

  private List<String> of(byte[] bytes) throws IOException {
    Files.write(folder.resolve("x.yaml"), bytes);
    return CatalogueReader.readFolder(folder, CatalogueLoad.NOTHING).problems().stream()
        .map(CatalogueProblem::toString)
        .toList();
  }
}
