package signpost.search.mcp;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import signpost.events.PageEvent.PageRead;
import signpost.events.PlacementRef;
import signpost.search.index.StrangersText;
import signpost.search.query.SearchHit;
import signpost.search.query.SearchRequest;
import signpost.search.query.SearchResults;
import signpost.search.query.TextFragment;

/** What a search found. {@code searched}: the words it was made with, which may be mended ones. */
@Serdeable
record SearchOutput(String searched, long total, int page, List<FoundItem> results)
    implements ToolOutput {
  private static final int SNIPPET = 300;

  static SearchOutput of(SearchRequest need, SearchResults answers) {
    return new SearchOutput(
        answers.corrected().orElse(need.text()),
        answers.total().value(),
        need.page(),
        answers.hits().stream().map(FoundItem::of).toList());
  }

  /** A resource with its address, or a guide with its id. */
  @Serdeable
  record FoundItem(
      String type,
      String title,
      Optional<String> url,
      Optional<PageAdvice> health,
      Optional<String> publisher,
      Optional<String> language,
      Optional<Instant> changedAt,
      String snippet,
      List<String> guides) {

    static FoundItem of(SearchHit hit) {
      return switch (hit) {
        case SearchHit.PageHit page -> page(page);
        case SearchHit.GuideHit guide ->
            new FoundItem(
                "guide",
                TextFragment.text(guide.title()),
                guide.guide().page().map(Object::toString),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                List.of(guide.guide().guide()));
      };
    }

    private static FoundItem page(SearchHit.PageHit hit) {
      return new FoundItem(
          "resource",
          TextFragment.text(hit.title()),
          Optional.of(hit.page().url()),
          Optional.of(PageAdvice.of(hit.page())),
          Optional.of(StrangersText.of(hit.page().publisher())),
          hit.page().page().flatMap(PageRead::language),
          hit.page().changedAt(),
          StrangersText.brief(TextFragment.text(hit.snippet()), SNIPPET),
          hit.page().placements().stream().map(PlacementRef::guide).distinct().toList());
    }

    String words() {
      String about =
          publisher.map(it -> title + " (" + it + ")").orElse(title + " (a whole guide)");
      String fares =
          health
              .map(PageAdvice::words)
              .orElse("Its id for the tool guide: " + String.join(", ", guides));
      return String.join("\n", about, url.orElse("no address"), fares, snippet).strip();
    }
  }

  @Override
  public String words() {
    String found = results.isEmpty() ? "Nothing found" : results.size() + " of " + total;
    return found
        + " for “"
        + StrangersText.brief(searched, 100)
        + "”.\n\n"
        + results.stream().map(FoundItem::words).collect(Collectors.joining("\n\n"));
  }
}
