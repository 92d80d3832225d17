package signpost.search.mcp;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import signpost.search.index.JoinedPage;
import signpost.search.index.StrangersText;
import signpost.search.query.GuideState;
import signpost.search.query.GuideState.PlacementState;

/** The first resources of a guide, in its order. {@code total}: how many it has. */
@Serdeable
record GuideOutput(
    String id, String quotedTitle, Optional<String> url, long total, List<GuideItem> resources)
    implements ToolOutput {
  private static final int MOST = 100;

  static GuideOutput of(GuideState state) {
    return new GuideOutput(
        state.guide().guide(),
        StrangersText.of(state.guide().title()),
        state.guide().page().map(Object::toString),
        state.placements().count(),
        state.sections().stream()
            .flatMap(section ->
                section.placements().stream().map(it -> GuideItem.of(section.title(), it)))
            .limit(MOST)
            .toList());
  }

  /** One line; without address and health where nobody knows its address. */
  @Serdeable
  record GuideItem(
      Optional<PageAdvice> health, Optional<String> url, String quotedSection, String quotedText) {
    static GuideItem of(String section, PlacementState placement) {
      return new GuideItem(
          placement.page().map(PageAdvice::of),
          placement.page().map(JoinedPage::url),
          StrangersText.brief(section, 160),
          StrangersText.brief(placement.line().text(), 200));
    }

    String words() {
      return health.map(PageAdvice::words).orElse("Nobody knows its address.")
          + url.map(it -> "\n  " + it).orElse("")
          + "\n  In the guide's words: "
          + QuotedWords.of(quotedText);
    }
  }

  @Override
  public String words() {
    return resources.size()
        + " of the "
        + total
        + " resources of the guide "
        + QuotedWords.of(quotedTitle)
        + url.map(it -> " at " + it).orElse("")
        + ".\n"
        + QuotedWords.NOTE
        + "\n\n"
        + resources.stream().map(GuideItem::words).collect(Collectors.joining("\n"));
  }
}
