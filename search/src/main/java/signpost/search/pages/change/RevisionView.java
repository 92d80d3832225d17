package signpost.search.pages.change;

import java.util.ArrayList;
import java.util.List;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.ShownHunk;
import signpost.search.pages.PageFormat;
import signpost.search.pages.PageFrame;
import signpost.search.query.PageRevision;

/** One revision as its page shows it: what changed, under which heading, word for word. */
record RevisionView(
    PageFrame frame,
    PageChanged change,
    List<ChangedSection> parts,
    boolean beside,
    boolean hasEarlier,
    boolean hasLater) {

  /** Places that follow each other under one heading; an empty one is the page's beginning. */
  record ChangedSection(String heading, List<ShownHunk> places) {}

  static RevisionView of(PageFrame frame, PageRevision revision, boolean beside) {
    return new RevisionView(
        frame,
        revision.change(),
        parts(revision.change().hunks()),
        beside,
        revision.hasEarlier(),
        revision.hasLater());
  }

  private static List<ChangedSection> parts(List<Hunk> hunks) {
    List<ChangedSection> parts = new ArrayList<>();
    for (Hunk hunk : hunks) {
      if (parts.isEmpty() || !parts.getLast().heading().equals(hunk.heading())) {
        parts.add(new ChangedSection(hunk.heading(), new ArrayList<>()));
      }
      parts.getLast().places().add(new ShownHunk(hunk));
    }
    return parts;
  }

  String url() {
    return change.page().value();
  }

  /** What was kept of the page, for ops. */
  String evidence() {
    return "/evidence?url=" + PageFormat.encoded(url()) + "&n=" + change.revision();
  }

  /** The same revision in the other layout. */
  String other() {
    String here = PageFormat.revision(url(), change.revision());
    return beside() ? here : here + "&view=beside";
  }

  /** Another revision of the page, shown as this one is. */
  String neighbour(int step) {
    String there = PageFormat.revision(url(), change.revision() + step);
    return beside() ? there + "&view=beside" : there;
  }
}
