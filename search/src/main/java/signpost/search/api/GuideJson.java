package signpost.search.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import signpost.search.index.JoinedPage;
import signpost.search.index.StrangersText;
import signpost.search.query.GuideState;

/** A guide and how everything in it fares, as JSON. */
@Serdeable
record GuideJson(String id, String title, Optional<String> url, List<SectionJson> sections) {

  static GuideJson of(GuideState state) {
    return new GuideJson(
        state.guide().guide(),
        StrangersText.of(state.guide().title()),
        state.guide().page().map(Object::toString),
        state.sections().stream().map(SectionJson::of).toList());
  }

  @Serdeable
  record SectionJson(String title, List<LineJson> placements) {
    static SectionJson of(GuideState.SectionState section) {
      return new SectionJson(
          StrangersText.of(section.title()),
          section.placements().stream().map(LineJson::of).toList());
    }
  }

  /** Without {@code url} its address is unknown. */
  @Serdeable
  record LineJson(
      String text,
      String status,
      Optional<String> url,
      Optional<String> title,
      Optional<HealthJson> health,
      Optional<Instant> checkedAt,
      Optional<Instant> changedAt) {
    static LineJson of(GuideState.PlacementState placement) {
      Optional<JoinedPage> page = placement.page();
      return new LineJson(
          StrangersText.of(placement.line().text()),
          placement.line().status().name().toLowerCase(Locale.ROOT),
          page.map(JoinedPage::url),
          page.map(it -> StrangersText.of(it.title())),
          page.map(HealthJson::of),
          page.flatMap(JoinedPage::checkedAt),
          page.flatMap(JoinedPage::changedAt));
    }
  }
}
