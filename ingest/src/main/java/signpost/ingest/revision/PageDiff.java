package signpost.ingest.revision;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import signpost.events.ChangeEvent.Segment;
import signpost.ingest.extract.ReadablePage;

/**
 * Two readings of a page side by side.
 *
 * @param change what a content owner would be told; empty where a reader can notice nothing
 * @param text both readings' whole text, where a moved block is taken out and put in again: equal
 *     and deleted segments in order are the old text, equal and inserted ones the new
 * @param partial where the texts were too large and too unlike to compare to the end
 */
public record PageDiff(
    Optional<ChangeSummary> change, List<Segment> text, LinkChanges links, boolean partial) {
  public PageDiff {
    Objects.requireNonNull(change, "change");
    text = List.copyOf(text);
    Objects.requireNonNull(links, "links");
  }

  /** {@code siteRoot}: a home page changes all the time, and matters less. */
  public static PageDiff between(ReadablePage before, ReadablePage after, boolean siteRoot) {
    Reading old = Reading.of(before);
    Reading young = Reading.of(after);
    boolean same = Passing.caughtUp(old, young).isSameAs(young);
    WholeText text = WholeText.between(old, young);
    Optional<ChangeSummary> change =
        same ? Optional.empty() : Optional.of(Comparison.between(old, young, siteRoot));
    return new PageDiff(
        change,
        text.segments(),
        LinkChanges.between(old, young),
        !text.exact() || change.map(ChangeSummary::partial).orElse(false));
  }
}
