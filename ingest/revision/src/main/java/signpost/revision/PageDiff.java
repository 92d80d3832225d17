package signpost.revision;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import signpost.events.ChangeEvent.Segment;
import signpost.revision.compare.BlockDiff;
import signpost.revision.compare.ComparablePage;
import signpost.revision.compare.EditScript.DiffBudget;
import signpost.revision.compare.LinkChanges;
import signpost.revision.compare.WholeText;
import signpost.revision.kind.ChangeSummary;
import signpost.revision.kind.ReadingComparison;
import signpost.revision.noise.ReadingFlips;
import signpost.revision.noise.VolatileText;
import signpost.web.extract.ReadablePage;

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

  /** {@code siteRoot}: a home page changes all the time; what means nothing on it matters less. */
  public static PageDiff between(ReadablePage before, ReadablePage after, boolean siteRoot) {
    ComparablePage young = ComparablePage.of(after);
    ComparablePage old = ReadingFlips.caughtUp(ComparablePage.of(before), young);
    ComparablePage told = VolatileText.caughtUp(old, young);
    DiffBudget budget = new DiffBudget(ReadingComparison.MOST_STEPS);
    Optional<ChangeSummary> change =
        told.isSameAs(young)
            ? Optional.empty()
            : Optional.of(change(told, young, siteRoot, budget));
    WholeText text = WholeText.between(old.lines(), young.lines(), budget);
    return new PageDiff(
        change,
        text.segments(),
        LinkChanges.between(old, young),
        !text.exact() || change.map(ChangeSummary::partial).orElse(false));
  }

  /** What a content owner is told comes first; the whole text has what is left of the budget. */
  private static ChangeSummary change(
      ComparablePage old, ComparablePage young, boolean siteRoot, DiffBudget budget) {
    return ReadingComparison.between(
        old, young, BlockDiff.between(old, young, budget), siteRoot, budget);
  }
}
