package signpost.revision;

import signpost.revision.compare.ComparablePage;
import signpost.revision.kind.ChangeSummary;
import signpost.revision.kind.ReadingComparison;
import signpost.web.WrittenPage;

/** What two written pages are to each other. */
public final class WrittenRevision {
  private WrittenRevision() {}

  public static ComparablePage reading(WrittenPage page) {
    return ComparablePage.of(page.page());
  }

  /** What changed from the first to the second. */
  public static ChangeSummary changes(WrittenPage before, WrittenPage after) {
    return ReadingComparison.between(reading(before), reading(after), false);
  }
}
