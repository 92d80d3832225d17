package signpost.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.PlacementStatus;
import signpost.url.AddressLength;
import signpost.url.CanonicalUrl;

final class CatalogueReaderTest {
  private static final String GOOD =
      """
      guide: {id: good, title: Good, url: "https://council.org.uk/good", owners: [mk]}
      owners: {mk: {name: Mary, email: mary@council.org.uk}}
      sections:
        - title: One
          resources:
            - {text: A, url: "https://a.org.uk/"}
            - {text: B}
      """;

  @Test
  void fileBecomesGuideOwnersAndPlacements() {
    CatalogueLoad load = CatalogueReader.read(Map.of("good.yaml", GOOD));
    assertThat(load.problems()).isEmpty();
    assertThat(load.complete()).isTrue();
    Guide guide = load.catalogue().guides().getFirst();
    assertThat(guide.owners()).containsExactly("mk");
    assertThat(guide.followsLivePage()).isFalse();
    assertThat(guide.sections().getFirst().placements())
        .extracting(Placement::status)
        .containsExactly(PlacementStatus.ACTIVE, PlacementStatus.UNVERIFIED);
    assertThat(load.catalogue().resources()).hasSize(1);
  }

  @Test
  void addressThatIsTooLongToBeWatchedIsSaidAndTheRestCounts() {
    String longest = "https://a.org.uk/" + "x".repeat(AddressLength.MOST - 17);
    CatalogueLoad load =
        CatalogueReader.read(
            Map.of("good.yaml", GOOD.replace("- {text: B}", line(longest) + line(longest + "x"))));
    assertThat(load.complete()).isTrue();
    assertThat(load.problems())
        .extracting(CatalogueProblem::toString)
        .containsExactly(
            "good.yaml:8:22: warning: The address of 'Long' is longer than 2,048 characters and"
                + " cannot be watched.");
    assertThat(load.catalogue().resources().keySet())
        .extracting(CanonicalUrl::value)
        .containsExactly("https://a.org.uk/", longest);
    assertThat(
            load.catalogue()
                .listings()
                .guides()
                .sequencedValues()
                .getFirst()
                .sections()
                .getFirst()
                .placements())
        .extracting(it -> it.resource().isPresent())
        .containsExactly(true, true, false);
  }

  private static String line(String url) {
    return "- {text: Long, url: \"" + url + "\"}\n      ";
  }

  @Test
  void guideOrSourceWhoseOwnAddressIsTooLongCountsAsItStoodBefore() {
    String address = "https://a.org.uk/" + "x".repeat(AddressLength.MOST);
    String wrong = "The URL is longer than 2,048 characters and cannot be watched.";
    assertThat(only("guide: " + address + "\n")).endsWith(wrong);
    assertThat(only("guide: {title: A, url: " + address + "}\n")).endsWith(wrong);
    assertThat(only("sources: [{id: a, start: " + address + "}]\n")).endsWith(wrong);
  }

  @Test
  void unknownKeyIsNamedWithItsPlaceAndTheLikelyOne() {
    assertThat(only("guide: {id: a, title: A, url: https://a.org.uk/}\nsection: []\n"))
        .isEqualTo(
            "x.yaml:2:1: 'section' is not a key of a catalogue file. Did you mean 'sections'?");
    assertThat(only("guide: {id: a, titel: A, url: https://a.org.uk/}\n"))
        .isEqualTo("x.yaml:1:16: 'titel' is not a key of a guide. Did you mean 'title'?");
    assertThat(only("guide: {url: https://a.org.uk/, qqqqqqqq: A}\n"))
        .contains("Known here: id, ours, owners, schedule, title, url.");
  }

  @Test
  void oneBadFileLeavesTheOthersInForce() {
    CatalogueLoad load =
        CatalogueReader.read(Map.of("good.yaml", GOOD, "bad.yaml", "guide: [", "empty.yml", "\n"));
    assertThat(load.catalogue().guides()).extracting(Guide::id).containsExactly("good");
    assertThat(load.complete()).isFalse();
    assertThat(load.problems())
        .extracting(CatalogueProblem::file)
        .containsExactly("bad.yaml", "empty.yml");
    assertThat(load.problems().get(0).toString())
        .startsWith("bad.yaml:1:8: The bracket that opens here is never closed.");
    assertThat(load.problems().get(1).message()).startsWith("The file is empty");
  }

  @Test
  void spoiltFileCountsAsItStoodBefore() {
    CatalogueLoad before = CatalogueReader.read(Map.of("good.yaml", GOOD));
    CatalogueLoad after =
        CatalogueReader.read(
            Map.of("good.yaml", GOOD.replace("owners: [mk]", "owmers: 1")), before);
    assertThat(after.complete()).isFalse();
    assertThat(after.catalogue()).isEqualTo(before.catalogue());
    CatalogueLoad gone = CatalogueReader.read(Map.of(), after);
    assertThat(gone.catalogue().guides()).isEmpty();
  }

  @Test
  void valuesOfTheWrongKindAreToldApart() {
    assertThat(only("guide: {url: ftp://a.org.uk/}")).contains("is not on the web");
    assertThat(only("guide: {url: 'https://a b/'}")).startsWith("x.yaml:1:14: ").contains("no URL");
    assertThat(only("guide: {url: 'https://u:p@a.org.uk/'}")).contains("user name or password");
    assertThat(only("guide: {url: https://a.org.uk/, ours: maybe}")).contains("true or false");
    assertThat(only("guide: {url: https://a.org.uk/, schedule: '0 0 6 * *'}"))
        .startsWith("x.yaml:1:43: '0 0 6 * *' is no schedule");
    assertThat(only("guide: {url: https://a.org.uk/, id: A B}")).contains("cannot be an id");
    assertThat(only("guide: {title: A}")).contains("A guide needs 'url', or 'sections'");
    assertThat(only("sources: {id: a}")).contains("'sources' is a list");
    assertThat(only("sources: [{id: a, start: https://a.org.uk/, max-pages: many}]"))
        .contains("'max-pages' is a number");
    assertThat(only("owners: {mk: {name: M, email: nobody}}")).contains("is no email address");
    assertThat(only("owners: {mk: {name: M, email: m@a.uk, zone: Europe/Lodnon}}"))
        .contains("Did you mean 'Europe/London'?");
    assertThat(only("owners: {mk: mary}")).contains("An owner is a mapping");
    assertThat(only("- a")).contains("begins with a key");
    assertThat(only("guide: https://a.org.uk/\nguide: https://b.org.uk/"))
        .contains("stands here twice");
  }

  @Test
  void statusAndNationAreClosedSets() {
    assertThat(only(resource("text: A, url: https://a.org.uk/, status: actve")))
        .contains("'actve' is not a status. Did you mean 'active'?");
    assertThat(only(resource("text: A, nation: Scotlnad")))
        .contains("'Scotlnad' is not a nation. Did you mean 'Scotland'?");
    assertThat(only(resource("text: A, status: active")))
        .contains("An active resource needs 'url'");
    assertThat(only(resource("url: https://a.org.uk/"))).contains("A resource needs 'text'");
  }

  @Test
  void aliasesAreRefusedSoNoFileUnfolds() {
    String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nsections: [*b, *b]\n";
    assertThat(only(bomb)).startsWith("x.yaml:1:4: Words cannot begin with &");
    assertThat(only("guide: *a")).startsWith("x.yaml:1:8: Words cannot begin with *");
  }

  @Test
  void secondPlacementOfAResourceInASectionIsLeftOutWithAWarning() {
    String twice = GOOD.replace("{text: B}", "{text: B, url: \"https://A.org.uk/#part\"}");
    CatalogueLoad load = CatalogueReader.read(Map.of("x.yaml", twice));
    assertThat(load.complete()).isTrue();
    assertThat(load.problems().getFirst().toString())
        .startsWith("x.yaml:7:9: warning: This section has https://a.org.uk/ already");
    assertThat(load.catalogue().guides().getFirst().sections().getFirst().placements()).hasSize(1);
  }

  @Test
  void ownerNobodyDefinedIsAWarningWithTheLikelyOne() {
    CatalogueLoad load =
        CatalogueReader.read(Map.of("x.yaml", GOOD.replace("owners: [mk]", "owners: [mkk]")));
    assertThat(load.catalogue().guides()).hasSize(1);
    assertThat(load.problems()).hasSize(1);
    assertThat(load.problems().getFirst().toString())
        .startsWith("x.yaml:1:")
        .contains("There is no owner 'mkk'", "Did you mean 'mk'?");
  }

  @Test
  void ownerMayStandInAnotherFile() {
    String owners = "owners: {kk: {name: Kim, email: kim@council.org.uk}}";
    String guide = GOOD.replace("owners: [mk]", "owners: [mk, kk]");
    CatalogueLoad load = CatalogueReader.read(Map.of("guide.yaml", guide, "owners.yaml", owners));
    assertThat(load.problems()).isEmpty();
  }

  @Test
  void secondFileWithTheSameGuideIsLeftOut() {
    CatalogueLoad load =
        CatalogueReader.read(
            Map.of("a.yaml", GOOD, "b.yaml", "guide: {id: good, url: https://b.org.uk/}"));
    assertThat(load.catalogue().guides()).extracting(Guide::title).containsExactly("Good");
    assertThat(load.problems().getFirst().toString())
        .isEqualTo(
            "b.yaml:1:9: The guide 'good' is defined in a.yaml already. Rename one of them or"
                + " delete this file.");
  }

  @Test
  void guideGivenByItsUrlAloneFollowsItsLivePage() {
    CatalogueLoad load =
        CatalogueReader.read(Map.of("Our Guide.yaml", "guide: https://council.org.uk/guide"));
    Guide guide = load.catalogue().guides().getFirst();
    assertThat(guide.id()).isEqualTo("our-guide");
    assertThat(guide.followsLivePage()).isTrue();
  }

  @Test
  void sourceWithoutIncludeCoversWhatLiesBelowItsStart() {
    CatalogueLoad load =
        CatalogueReader.read(
            Map.of(
                "s.yaml",
                "sources: [{id: s, start: 'https://a.org.uk/docs/index.html', exclude: ['*.zip']}]"));
    Source source = load.catalogue().sources().getFirst();
    assertThat(source.maxPages()).isEqualTo(500);
    assertThat(source.covers(url("https://a.org.uk/docs/a/b.html#c"))).isTrue();
    assertThat(source.covers(url("https://a.org.uk/docs/a.zip"))).isFalse();
    assertThat(source.covers(url("https://a.org.uk/other"))).isFalse();
  }

  @Test
  void folderIsReadFlatAndItsTroubleTold(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("good.yaml"), GOOD);
    Files.writeString(folder.resolve("README.md"), "guide: [");
    Files.writeString(folder.resolve(".good.yaml.swp.yaml"), "guide: [");
    Files.write(folder.resolve("latin.yml"), new byte[] {'g', (byte) 0xE9});
    CatalogueLoad load = CatalogueReader.readFolder(folder, CatalogueLoad.NOTHING);
    assertThat(load.catalogue().guides()).hasSize(1);
    assertThat(load.problems())
        .extracting(CatalogueProblem::toString)
        .singleElement()
        .asString()
        .startsWith("latin.yml:1:2: The file is not UTF-8");
    CatalogueLoad missing = CatalogueReader.readFolder(folder.resolve("none"), load);
    assertThat(missing.complete()).isFalse();
    assertThat(missing.catalogue()).isEqualTo(load.catalogue());
  }

  private static String resource(String fields) {
    return "guide: https://a.org.uk/\nsections: [{title: S, resources: [{" + fields + "}]}]\n";
  }

  private static signpost.url.WebUrl url(String text) {
    return signpost.url.WebUrl.of(text);
  }

  /** The first problem of a file that must not load. */
  private static String only(String text) {
    CatalogueLoad load = CatalogueReader.read(Map.of("x.yaml", text));
    assertThat(load.catalogue()).isEqualTo(Catalogue.EMPTY);
    assertThat(load.problems()).isNotEmpty();
    return load.problems().getFirst().toString();
  }
}
