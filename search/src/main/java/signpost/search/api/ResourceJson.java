package signpost.search.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import signpost.events.Attempt;
import signpost.events.HealthEvent.HealthJudged;
import signpost.search.api.ChangesJson.ChangeJson;
import signpost.search.api.ResultJson.PlacementJson;
import signpost.search.index.JoinedPage;
import signpost.search.index.StrangersText;
import signpost.search.query.PageHistory;

/** Everything about one resource as JSON. */
@Serdeable
record ResourceJson(
    String url,
    String title,
    Optional<String> lead,
    HealthJson health,
    List<AttemptJson> tried,
    Optional<Instant> checkedAt,
    Optional<Instant> changedAt,
    List<PlacementJson> placements,
    List<ChangeJson> changes,
    List<String> brokenLinks) {

  static ResourceJson of(PageHistory history) {
    JoinedPage page = history.page();
    return new ResourceJson(
        page.url(),
        StrangersText.of(page.title()),
        page.page().map(it -> StrangersText.of(it.lead())),
        HealthJson.of(page),
        page.health().map(HealthJudged::tried).orElse(List.of()).stream()
            .map(AttemptJson::of)
            .toList(),
        page.checkedAt(),
        page.changedAt(),
        page.placements().stream().map(PlacementJson::of).toList(),
        history.changes().stream().map(ChangeJson::of).toList(),
        history.badLinks().stream().map(JoinedPage::url).toList());
  }

  @Serdeable
  record AttemptJson(Instant at, String result) {
    static AttemptJson of(Attempt attempt) {
      return new AttemptJson(attempt.at(), attempt.result());
    }
  }
}
