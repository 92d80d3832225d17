package signpost.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import signpost.events.PlacementStatus;
import signpost.url.CanonicalUrl;

final class CatalogueListingsTest {
  private static final String ONE =
      """
      guide: {id: one, title: One, url: "https://council.org.uk/one", ours: true, owners: [a]}
      sections:
        - title: S
          resources:
            - {text: X, url: "https://x.org.uk/?utm_source=mk", labels: [pdf]}
            - {text: Y, url: "https://y.org.uk/"}
      """;
  private static final String TWO =
      """
      guide: {id: two, title: Two, owners: [b]}
      sections:
        - title: T
          resources:
            - {text: X again, url: "https://x.org.uk/", nation: Wales, labels: [landing], status: unverified}
      """;

  @Test
  void placementsOfOneResourceMerge() {
    Catalogue catalogue = CatalogueReader.read(Map.of("1.yaml", ONE, "2.yaml", TWO)).catalogue();
    Resource x = resource(catalogue, "https://x.org.uk/");
    assertThat(x.request().href()).isEqualTo("https://x.org.uk/?utm_source=mk");
    assertThat(x.listed().placements()).extracting(it -> it.guide()).containsExactly("one", "two");
    assertThat(x.listed().owners()).containsExactly("a", "b");
    assertThat(x.listed().labels()).containsExactly("pdf", "landing");
    assertThat(x.listed().nation()).contains("Wales");
    assertThat(x.listed().status()).isEqualTo(PlacementStatus.ACTIVE);
    assertThat(x.listed().ours()).isFalse();
  }

  @Test
  void pageOfAGuideMarkedOursIsAResourceWithoutPlacement() {
    Catalogue catalogue = CatalogueReader.read(Map.of("1.yaml", ONE)).catalogue();
    Resource page = resource(catalogue, "https://council.org.uk/one");
    assertThat(page.listed().ours()).isTrue();
    assertThat(page.listed().placements()).isEmpty();
    assertThat(page.watched()).isTrue();
  }

  @Test
  void probableAddressIsVisitedAndWatchedOnlyWhereAnotherPlacementIsActive() {
    Resource alone =
        resource(CatalogueReader.read(Map.of("2.yaml", TWO)).catalogue(), "https://x.org.uk/");
    assertThat(alone.probable()).isTrue();
    assertThat(alone.visited()).isTrue();
    assertThat(alone.watched()).isFalse();
    Catalogue both = CatalogueReader.read(Map.of("1.yaml", ONE, "2.yaml", TWO)).catalogue();
    assertThat(resource(both, "https://x.org.uk/").watched()).isTrue();
    assertThat(Coverage.of(both).inWords())
        .isEqualTo(
            "2 guides with 3 placements: 3 watched, 0 visited but not confirmed, 0 for a person to"
                + " check, 0 without an address; 0 sources.");
  }

  private static Resource resource(Catalogue catalogue, String url) {
    return catalogue.resource(CanonicalUrl.parse(url).orElseThrow()).orElseThrow();
  }
}
