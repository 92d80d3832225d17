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

/**
 * What a search found.
 *
 * @param searched the words it was made with, which may be mended ones
 * @param relaxed whether fewer of the words had to be found than usual
 * @param more whether there are more than {@code total}
 */
@Serdeable
record SearchOutput(
    String searched, boolean relaxed, long total, boolean more, int page, List<FoundItem> results)
    implements ToolOutput {
  private static final int SNIPPET = 300;
  private static final int TITLE = 300;

  /** As many guides as the output schema takes. */
  private static final int GUIDES = 20;

  static SearchOutput of(SearchRequest need, SearchResults answers) {
    return new SearchOutput(
        answers.corrected().orElse(need.text()),
        answers.relaxed(),
        answers.total().value(),
        answers.total().more(),
        need.page(),
        answers.hits().stream().map(FoundItem::of).toList());
  }

  /** A resource with how it fares, or a whole guide with its id. */
  @Serdeable
  record FoundItem(
      String type,
      Optional<PageAdvice> health,
      Optional<String> url,
      Optional<String> id,
      String quotedTitle,
      Optional<String> publisher,
      Optional<String> language,
      Optional<Instant> changedAt,
      String quotedSnippet,
      List<String> guides,
      boolean near,
      Optional<String> pickedBy) {

    static FoundItem of(SearchHit hit) {
      return switch (hit) {
        case SearchHit.PageHit page -> page(page);
        case SearchHit.GuideHit guide ->
            new FoundItem(
                "guide",
                Optional.empty(),
                guide.guide().page().map(Object::toString),
                Optional.of(guide.guide().guide()),
                StrangersText.brief(TextFragment.text(guide.title()), TITLE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                List.of(),
                false,
                Optional.empty());
      };
    }

    private static FoundItem page(SearchHit.PageHit hit) {
      return new FoundItem(
          "resource",
          Optional.of(PageAdvice.of(hit.page())),
          Optional.of(hit.page().url()),
          Optional.empty(),
          StrangersText.brief(TextFragment.text(hit.title()), TITLE),
          Optional.of(StrangersText.of(hit.page().publisher())),
          hit.page().page().flatMap(PageRead::language),
          hit.page().changedAt(),
          StrangersText.brief(TextFragment.text(hit.snippet()), SNIPPET),
          guides(hit),
          hit.near(),
          hit.pinnedBy());
    }

    private static List<String> guides(SearchHit.PageHit hit) {
      return hit.page().placements().stream()
          .map(PlacementRef::guide)
          .distinct()
          .limit(GUIDES)
          .toList();
    }

    String words() {
      String fares =
          health
              .map(PageAdvice::words)
              .orElse("A whole guide. Its id for the tool guide: " + id.orElse(""));
      String whose = publisher.map(it -> " by " + it).orElse("");
      String picked =
          pickedBy.map(it -> "\n  Picked for this search by the guide " + it).orElse("");
      String says = quotedSnippet.isEmpty() ? "" : "\n  It says: " + QuotedWords.of(quotedSnippet);
      return fares
          + url.map(it -> "\n  " + it).orElse("")
          + "\n  Its title: "
          + QuotedWords.of(quotedTitle)
          + whose
          + (near ? "\n  Near in meaning: it lacks some or all of these words." : "")
          + picked
          + says;
    }
  }

  @Override
  public String words() {
    return found()
        + (searched.isBlank() ? "." : " for " + QuotedWords.of(searched) + ".")
        + (relaxed ? " Hardly anything has these words: these have only some of them." : "")
        + "\n"
        + QuotedWords.NOTE
        + "\n\n"
        + results.stream().map(FoundItem::words).collect(Collectors.joining("\n\n"));
  }

  private String found() {
    String all = more ? "more than " + total : Long.toString(total);
    return results.isEmpty() ? "Nothing found" : results.size() + " of " + all;
  }
}
