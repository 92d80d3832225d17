package signpost.tools.reading;

import java.util.List;
import java.util.stream.Stream;
import signpost.revision.PageDiff;

/** Two pages that were read, and what Signpost makes of their difference. */
public record ComparedPages(
    ExtractedInput.ExtractedPage before, ExtractedInput.ExtractedPage after, PageDiff diff) {

  /** A sentence for each reading that Signpost would draw no conclusion from. */
  List<String> doubts() {
    return Stream.of(before, after)
        .flatMap(side ->
            side.doubt().stream()
                .map(why ->
                    "Signpost would not believe %s, and so tell no change: %s."
                        .formatted(side.input(), why)))
        .toList();
  }

  public static ComparedPages of(
      ExtractedInput.ExtractedPage before, ExtractedInput.ExtractedPage after) {
    boolean siteRoot = after.url().path().equals("/");
    return new ComparedPages(
        before, after, PageDiff.between(before.page(), after.page(), siteRoot));
  }
}
