package signpost.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import signpost.events.PlacementStatus;

/** The catalogue Signpost is delivered with. */
final class SnapGuideTest {
  private static final Path FOLDER = Path.of("..", "..", "deploy", "catalogue");
  private final CatalogueLoad load = CatalogueReader.readFolder(FOLDER, CatalogueLoad.NOTHING);
  private final Guide guide = load.catalogue().guide("snap").orElseThrow();

  @Test
  void everyPlacementOfTheGuideIsListedInItsOrder() {
    assertThat(guide.sections())
        .extracting(section -> section.placements().size())
        .containsExactly(1, 8, 4, 3, 3, 2, 1);
    assertThat(placements()).hasSize(22);
  }

  @Test
  void everyPlacementIsWatchedOrProbableOrSaidToBeUnknown() {
    Coverage coverage = Coverage.of(load.catalogue());
    assertThat(coverage.placements()).isEqualTo(22);
    assertThat(coverage.watched()).isEqualTo(9);
    assertThat(coverage.probable()).isEqualTo(8);
    assertThat(coverage.unknown()).isEqualTo(5);
    assertThat(coverage.watched() + coverage.probable() + coverage.unknown())
        .isEqualTo(coverage.placements());
    assertThat(placements())
        .filteredOn(it -> it.resource().isEmpty())
        .allMatch(it -> it.status() == PlacementStatus.UNVERIFIED)
        .hasSize(coverage.unknown());
  }

  @Test
  void eachPublisherOfTheGuideThatIsCrawledHasItsSource() {
    assertThat(load.catalogue().sources())
        .extracting(Source::id)
        .containsExactly(
            "uktc",
            "ace-hub-wales",
            "gov-scot-trauma-toolkit",
            "trauma-informed-wales",
            "youngminds-professionals");
    assertThat(load.catalogue().sources()).allMatch(it -> it.maxPages() <= 200);
    Source youngMinds = load.catalogue().sources().getLast();
    assertThat(youngMinds.covers(placements().get(10).url().orElseThrow())).isTrue();
  }

  @Test
  void oneResourceStandsInTwoSections() {
    List<Resource> twice =
        load.catalogue().resources().values().stream()
            .filter(it -> it.listed().placements().size() == 2)
            .toList();
    assertThat(twice).hasSize(1);
    assertThat(twice.getFirst().listed().placements())
        .extracting(it -> it.position())
        .containsExactly(5, 22);
    // 22 placements, 5 of them without address, 2 of one resource; and the guide's own page.
    assertThat(load.catalogue().resources()).hasSize(22 - 5 - 1 + 1);
  }

  @Test
  void nationIsThePublishersNotTheSections() {
    assertThat(placements().get(13).text()).startsWith("ABS Insight 4");
    assertThat(placements().get(13).nation()).contains("England");
  }

  @Test
  void onlyProblemIsTheExampleAddress() {
    assertThat(load.complete()).isTrue();
    assertThat(load.problems()).hasSize(1);
    assertThat(load.problems().getFirst().message()).contains("only an example");
    assertThat(load.catalogue().placeholderOwners()).extracting(Owner::id).containsExactly("mk");
  }

  private List<Placement> placements() {
    return guide.sections().stream().flatMap(it -> it.placements().stream()).toList();
  }
}
