package signpost.ingest.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static signpost.ingest.listing.SyncedDatabase.NOON;
import static signpost.ingest.listing.SyncedDatabase.WAYS;
import static signpost.ingest.listing.SyncedDatabase.load;
import static signpost.ingest.listing.SyncedDatabase.placed;
import static signpost.ingest.listing.SyncedDatabase.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import signpost.events.PlacementRef;
import signpost.events.Topics;
import signpost.ingest.IngestConfig;
import signpost.ingest.frontier.TargetKind;
import signpost.ingest.listing.SyncedDatabase.Row;
import signpost.record.AwayException;
import signpost.url.CanonicalUrl;

/** What a file that cannot be read may hold is not taken away. */
class UnreadableFilesIT {
  @TempDir static Path folder;
  private static SyncedDatabase database;

  @BeforeAll
  static void start() {
    database = new SyncedDatabase(folder, UnreadableFilesIT.class);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void whatIsOnlyMissingFromFilesThatCannotBeReadIsNotEnded() {
    String host = "https://broken.example";
    CanonicalUrl page = new CanonicalUrl(host + "/help/");
    database.apply(load(host, "guide", "active"));
    database.mark(page);
    String before = database.listing(page);

    database.applyWithout(load(host, "manual"));
    assertThat(database.row(page).map(Row::kind)).contains(TargetKind.GUIDE);
    assertThat(database.row(page).filter(it -> it.placed() && it.same())).isPresent();
    assertThat(database.listing(page)).isEqualTo(before);

    database.apply(load(host, "guide", "manual"));
    assertThat(database.row(page).map(Row::kind)).contains(TargetKind.GUIDE);
    assertThat(database.row(page).filter(it -> !it.placed() && it.same())).isPresent();
    assertThat(database.removed(page, Topics.PAGES) || database.removed(page, Topics.HEALTH))
        .isFalse();
  }

  static Stream<Arguments> strongerAndWeaker() {
    return Stream.of(
        Arguments.of("active", "unverified"),
        Arguments.of("our-guide", "unverified"),
        Arguments.of("our-start", "unverified"),
        Arguments.of("our-found", "our-too-found"));
  }

  @ParameterizedTest
  @MethodSource("strongerAndWeaker")
  void aListingLosesNobodyToAFileThatCannotBeRead(String broken, String healthy) {
    String host = "https://%s-of-%s.example".formatted(healthy, broken);
    CanonicalUrl page = new CanonicalUrl(host + "/help/");
    Map<String, String> owned =
        Map.of(
            "broken", ownedBy("a", WAYS.getOrDefault(broken, "")),
            "healthy", ownedBy("b", WAYS.getOrDefault(healthy, "")));
    database.apply(read(host, owned));
    database.crawled(read(host, owned), page, broken);
    database.apply(read(host, owned));
    Optional<Row> row = database.row(page);
    String before = database.listing(page);

    String edited = owned.getOrDefault("healthy", "").replace("title: P", "title: Q");
    database.applyWithout(read(host, Map.of("healthy", edited)));

    assertThat(database.listing(page)).isEqualTo(before);
    assertThat(database.row(page)).isEqualTo(row);
  }

  private static String ownedBy(String owner, String file) {
    return file.replace("ours: true", "ours: true, owners: [%s]".formatted(owner))
            .replace("title: P", "title: P, owners: [%s]".formatted(owner))
        + "owners: {%1$s: {name: N, email: %1$s@council.test}}\n".formatted(owner);
  }

  @Test
  void anEditOfAFileThatCanBeReadCountsWhileAnotherCannot() {
    String host = "https://edited.example";
    CanonicalUrl page = new CanonicalUrl(host + "/help/");
    database.apply(load(host, "active"));

    String edited = WAYS.getOrDefault("active", "").replace("status: active", "status: manual");
    database.applyWithout(read(host, Map.of("active", edited)));

    assertThat(database.listing(page)).contains("\"manual\"");
    assertThat(database.row(page)).hasValueSatisfying(it -> assertThat(it.placed()).isFalse());
  }

  @Test
  void aPageThatAGuideComesToFollowIsReadInFullAtOnce() {
    String host = "https://follow.example";
    CanonicalUrl page = new CanonicalUrl(host + "/help/");
    database.apply(load(host, "active"));
    database.visited(page);
    String follows = "guide: {id: f, title: F, url: HOST/help/}\n";

    database.applyWithout(read(host, Map.of("active", placed("active"), "f", follows)));
    assertThat(database.row(page).map(Row::kind)).contains(TargetKind.GUIDE);
    assertThat(database.etag(page)).isEmpty();
    assertThat(database.due(page)).isEqualTo(NOON);

    database.visited(page);
    String another = follows.replace("id: f", "id: another");
    database.applyWithout(read(host, Map.of("another", another)));
    assertThat(database.etag(page)).isEmpty();
    assertThat(database.due(page)).isEqualTo(NOON);
  }

  @Test
  void theOnlyFileThatWasBrokenAtAStartAndIsThenDeletedEndsWhatItHeld() throws IOException {
    CanonicalUrl page = new CanonicalUrl("https://only-file.example/help/");
    Path catalogue = Files.createDirectories(folder.resolve("only-file"));
    Path file = catalogue.resolve("g.yaml");
    Files.writeString(file, placing(page));
    started(catalogue);
    assertThat(database.listed(page)).isTrue();

    Files.writeString(file, "");
    CatalogueStep again = started(catalogue);
    assertThat(again.problems()).hasSize(1);
    assertThat(database.listed(page)).isTrue();

    Files.delete(file);
    again.lookAgain();
    assertThat(again.problems()).isEmpty();
    assertThat(database.listed(page)).isFalse();
    assertThat(database.row(page)).isEmpty();
  }

  @Test
  void aFolderThatIsMissingOrEmptyAtAStartEndsNothing() throws IOException {
    CanonicalUrl page = new CanonicalUrl("https://mount.example/help/");
    Path catalogue = Files.createDirectories(folder.resolve("mount"));
    Path file = catalogue.resolve("g.yaml");
    Files.writeString(file, placing(page));
    started(catalogue);

    Files.delete(file);
    Files.delete(catalogue);
    CatalogueStep again = started(catalogue);
    assertThat(again.problems()).hasSize(1);
    Files.createDirectory(catalogue);
    again.lookAgain();
    assertThat(again.problems()).isEmpty();
    assertThat(database.listed(page)).isTrue();

    Files.writeString(file, placing(page));
    again.lookAgain();
    Files.delete(file);
    again.lookAgain();
    assertThat(database.listed(page)).as("files that were seen are deleted on purpose").isFalse();
  }

  @Test
  void anAnswerWaitsForTheFirstLookAndIsPassedOverWhereNoGuideIs() throws IOException {
    CatalogueStep step = step(Files.createDirectories(folder.resolve("empty")));
    PlacementRef line = new PlacementRef("gone", "S", "T", 1);
    AddressAnswer answer = new AddressAnswer.RightAddress("https://a.example/");
    assertThatThrownBy(() -> step.confirm(line, answer, NOON)).isInstanceOf(AwayException.class);
    step.lookAgain();
    assertThatCode(() -> step.confirm(line, answer, NOON)).doesNotThrowAnyException();
  }

  private static String placing(CanonicalUrl page) {
    return placed("active").replace("HOST/help/", "\"" + page.value() + "\"");
  }

  /** As after a start of the process, when it has looked once. */
  private static CatalogueStep started(Path catalogue) {
    CatalogueStep step = step(catalogue);
    step.lookAgain();
    return step;
  }

  private static CatalogueStep step(Path catalogue) {
    Duration any = Duration.ofSeconds(1);
    ZoneId zone = ZoneId.of("Europe/London");
    var config = new IngestConfig(folder, catalogue, 1, any, any, any, any, any, zone, List.of());
    return database.catalogue(config);
  }
}
