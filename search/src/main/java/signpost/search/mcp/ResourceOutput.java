package signpost.search.mcp;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.Explanation;
import signpost.events.PageEvent.PageRead;
import signpost.events.PlacementRef;
import signpost.search.index.JoinedPage;
import signpost.search.index.StrangersText;
import signpost.search.query.PageHistory;

/** What is known of one resource. {@code meaning}: what its state means for a reader. */
@Serdeable
record ResourceOutput(
    PageAdvice health,
    String url,
    String publisher,
    String quotedTitle,
    Optional<String> meaning,
    Optional<String> quotedLead,
    Optional<String> language,
    Optional<Instant> checkedAt,
    Optional<Instant> changedAt,
    List<PlacedItem> placements,
    List<ChangedItem> changes)
    implements ToolOutput {
  private static final int LISTED = 10;

  static ResourceOutput of(PageHistory history) {
    JoinedPage page = history.page();
    return new ResourceOutput(
        PageAdvice.of(page),
        page.url(),
        StrangersText.of(page.publisher()),
        StrangersText.brief(page.title(), 300),
        page.explanation().map(Explanation::meaning).map(StrangersText::of),
        page.page().map(PageRead::lead).map(it -> StrangersText.brief(it, 1_000)),
        page.page().flatMap(PageRead::language),
        page.checkedAt(),
        page.changedAt(),
        page.placements().stream().limit(LISTED).map(PlacedItem::of).toList(),
        history.changes().stream().limit(LISTED).map(ChangedItem::of).toList());
  }

  /** Where a guide has it. */
  @Serdeable
  record PlacedItem(String guide, String quotedSection, String quotedText) {
    static PlacedItem of(PlacementRef placement) {
      return new PlacedItem(
          placement.guide(),
          StrangersText.brief(placement.section(), 160),
          StrangersText.brief(placement.text(), 160));
    }
  }

  /** What changed on it, and when. */
  @Serdeable
  record ChangedItem(Instant at, String summary) {
    static ChangedItem of(PageChanged change) {
      return new ChangedItem(change.confirmedAt(), StrangersText.brief(change.summary(), 300));
    }
  }

  @Override
  public String words() {
    String changed =
        changes.stream()
            .map(it -> "\nChanged " + it.at() + ": " + QuotedWords.of(it.summary()))
            .collect(Collectors.joining());
    String placed =
        placements.stream()
            .map(it ->
                "\nIn the guide " + it.guide() + ", under " + QuotedWords.of(it.quotedSection()))
            .collect(Collectors.joining());
    return health.words()
        + "\n"
        + url
        + "\n"
        + checkedAt.map(it -> "Checked " + it).orElse("Not checked yet")
        + "\nPublisher: "
        + publisher
        + "\n\n"
        + QuotedWords.NOTE
        + "\nIts title: "
        + QuotedWords.of(quotedTitle)
        + quotedLead.map(it -> "\nIt begins: " + QuotedWords.of(it)).orElse("")
        + placed
        + changed;
  }
}
