package signpost.ingest.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.ingest.listing.SyncedDatabase.WAYS;
import static signpost.ingest.listing.SyncedDatabase.load;
import static signpost.ingest.listing.SyncedDatabase.read;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.catalogue.CatalogueLoad;
import signpost.catalogue.Source;
import signpost.events.Topics;
import signpost.ingest.frontier.TargetKind;
import signpost.ingest.listing.SyncedDatabase.Row;
import signpost.url.CanonicalUrl;

/** An address may be referred to in many ways, and is watched as long as one of them is left. */
class CatalogueReferralsIT {
  private static final Set<String> FOR_OWNERS = Set.of("active", "our-guide", "our-start");
  private static final Set<String> UNLISTED = Set.of("guide", "start", "found");

  @TempDir static Path folder;
  private static SyncedDatabase database;

  @BeforeAll
  static void start() {
    database = new SyncedDatabase(folder, CatalogueReferralsIT.class);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  static Stream<Arguments> pairs() {
    return WAYS.keySet().stream()
        .flatMap(left ->
            WAYS.keySet().stream()
                .filter(ended -> !ended.equals(left))
                .map(ended -> Arguments.of(left, ended)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void endingOneOfTwoReferralsKeepsTheTargetForTheOther(String left, String ended) {
    String host = "https://%s.not-%s.example".formatted(left, ended);
    CanonicalUrl page = new CanonicalUrl(host + "/help/");
    CatalogueLoad both = load(host, left, ended);
    database.apply(both);
    database.crawled(both, page, ended);
    database.crawled(both, page, left);
    database.apply(both);
    database.mark(page);

    CatalogueLoad one = load(host, left);
    database.apply(one);

    assertThat(database.listed(page)).isEqualTo(!UNLISTED.contains(left));
    assertThat(database.removed(page, Topics.RESOURCES))
        .isEqualTo(!database.listed(page) && !UNLISTED.contains(ended));
    if (left.equals("manual")) {
      assertThat(database.row(page)).isEmpty();
      return;
    }
    boolean watchedBefore = !(left.equals("unverified") && ended.equals("manual"));
    assertThat(database.row(page)).map(Row::same).contains(watchedBefore);
    assertThat(database.row(page)).map(Row::placed).contains(FOR_OWNERS.contains(left));
    assertThat(database.row(page).filter(it -> it.kind().isRead())).isPresent();
    assertThat(database.row(page).filter(it -> isFollowed(it) || !left.endsWith("guide")))
        .isPresent();
    assertThat(database.row(page).flatMap(Row::source)).isEqualTo(sourceIn(one));
    assertThat(database.removed(page, Topics.PAGES) || database.removed(page, Topics.HEALTH))
        .isFalse();
  }

  private static boolean isFollowed(Row row) {
    return row.kind() == TargetKind.GUIDE;
  }

  private static Optional<String> sourceIn(CatalogueLoad load) {
    return load.catalogue().sources().stream().map(Source::id).findFirst();
  }

  static Stream<String> ways() {
    return WAYS.keySet().stream().filter(way -> !way.equals("manual"));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void endingTheOnlyReferralEndsTheTarget(String only) {
    String host = "https://only-%s.example".formatted(only);
    CanonicalUrl page = new CanonicalUrl(host + "/help/");
    CanonicalUrl link = new CanonicalUrl(host + "/help/link");
    CatalogueLoad before = load(host, only);
    database.apply(before);
    database.crawled(before, page, only);
    database.apply(before);
    database.refers(page, link);

    database.apply(load(host));

    assertThat(database.row(page)).isEmpty();
    assertThat(database.row(link)).as("nor is what it links to watched").isEmpty();
    assertThat(database.removed(page, Topics.PAGES) && database.removed(page, Topics.HEALTH))
        .isTrue();
    assertThat(database.listed(page)).isFalse();
    assertThat(database.removed(page, Topics.RESOURCES)).isEqualTo(!UNLISTED.contains(only));
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "true"})
  void theSourceOfAnEndedPageThatIsStillLinkedToIsNotItsSourceLater(String ours) {
    String host = "https://again-%s.example".formatted(ours);
    CanonicalUrl page = new CanonicalUrl(host + "/help/");
    String old = "sources: [{id: old, start: HOST/help/, ours: %s}]\n".formatted(ours);
    database.apply(read(host, Map.of("old", old)));
    database.refers(new CanonicalUrl(host + "/elsewhere"), page);
    database.apply(load(host));
    assertThat(database.row(page).map(Row::kind)).contains(TargetKind.OUTLINK);

    database.apply(load(host, "start"));
    assertThat(database.row(page).flatMap(Row::source)).contains("s");
  }

  @Test
  void aCorrectedAddressOfAGuideEndsTheWrongOne() {
    String host = "https://typo.example";
    database.apply(load(host, "guide"));

    database.apply(
        read(host, Map.of("guide", WAYS.getOrDefault("guide", "").replace("help", "halp"))));

    assertThat(database.row(new CanonicalUrl(host + "/help/"))).isEmpty();
    assertThat(database.row(new CanonicalUrl(host + "/halp/"))).isPresent();
  }

  @Test
  void aSourceThatIsRenamedKeepsItsPages() {
    String host = "https://renamed.example";
    CanonicalUrl start = new CanonicalUrl(host + "/");
    CanonicalUrl page = new CanonicalUrl(host + "/help/");
    CatalogueLoad before = load(host, "our-found");
    database.apply(before);
    database.crawled(before, page, "our-found");
    database.apply(before);
    database.visited(start);

    database.apply(load(host, "our-too-found"));

    assertThat(database.row(start).flatMap(Row::source)).contains("our-too-found");
    assertThat(database.row(page).flatMap(Row::source)).contains("our-too-found");
    assertThat(database.etag(start))
        .as("its links are followed, even if it has not changed")
        .isEmpty();
    assertThat(database.listed(page)).isTrue();
    assertThat(database.removed(page, Topics.RESOURCES)).isFalse();
  }
}
