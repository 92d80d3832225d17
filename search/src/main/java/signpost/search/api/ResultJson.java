package signpost.search.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import signpost.events.PlacementRef;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.search.index.StrangersText;
import signpost.search.query.SearchHit;
import signpost.search.query.TextFragment;

/** One result as JSON. {@code type} is resource or guide; a guide has no health of its own. */
@Serdeable
record ResultJson(
    String type,
    String title,
    Optional<String> url,
    Optional<String> guide,
    String snippet,
    List<PieceJson> highlights,
    Optional<HealthJson> health,
    Optional<Instant> changedAt,
    Optional<Instant> checkedAt,
    Optional<String> publisher,
    Optional<String> nation,
    Optional<String> language,
    Optional<String> format,
    List<String> labels,
    List<PlacementJson> placements,
    List<String> copies,
    boolean near,
    Optional<String> pinnedBy,
    float score) {

  static ResultJson of(SearchHit hit) {
    return switch (hit) {
      case SearchHit.PageHit page -> page(page);
      case SearchHit.GuideHit guide ->
          new ResultJson(
              "guide",
              TextFragment.text(guide.title()),
              guide.guide().page().map(Object::toString),
              Optional.of(guide.guide().guide()),
              "",
              List.of(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              List.of(),
              List.of(),
              false,
              Optional.empty(),
              guide.score());
    };
  }

  private static ResultJson page(SearchHit.PageHit hit) {
    var page = hit.page();
    return new ResultJson(
        "resource",
        TextFragment.text(hit.title()),
        Optional.of(page.url()),
        Optional.empty(),
        TextFragment.text(hit.snippet()),
        hit.snippet().stream().map(it -> new PieceJson(it.text(), it.hit())).toList(),
        Optional.of(HealthJson.of(page)),
        page.changedAt(),
        page.checkedAt(),
        Optional.of(page.publisher()),
        page.resource().flatMap(ResourceListed::nation).map(StrangersText::of),
        page.page().flatMap(it -> it.language()),
        page.page().map(it -> it.media()),
        page.resource().map(ResourceListed::labels).orElse(List.of()).stream()
            .map(StrangersText::of)
            .toList(),
        page.placements().stream().map(PlacementJson::of).toList(),
        hit.copies(),
        hit.near(),
        hit.pinnedBy(),
        hit.score());
  }

  @Serdeable
  record PieceJson(String text, boolean hit) {}

  @Serdeable
  record PlacementJson(String guide, String section, String text, int position) {
    static PlacementJson of(PlacementRef ref) {
      return new PlacementJson(
          ref.guide(),
          StrangersText.of(ref.section()),
          StrangersText.of(ref.text()),
          ref.position());
    }
  }
}
