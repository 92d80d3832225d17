package signpost.ingest.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing to check, once, however often it is linked. Guarded by itself. */
final class Target {
  final String href;
  private final List<Reference> references = new ArrayList<>(1);
  private int depth;
  private boolean given;
  private boolean read;
  private int tries;
  private @Nullable Verdict verdict;
  private @Nullable Target next;
  private @Nullable Anchors anchors;

  Target(String href, int depth) {
    this.href = href;
    this.depth = depth;
  }

  synchronized void refer(Reference reference) {
    references.add(reference);
  }

  synchronized void give() {
    given = true;
  }

  synchronized boolean given() {
    return given;
  }

  /** Found nearer to where we began: whether its links are wanted now, and were not before. */
  synchronized boolean nearer(int found, int limit) {
    boolean before = depth < limit;
    depth = Math.min(depth, found);
    return verdict != null && !read && !before && depth < limit;
  }

  synchronized int depth() {
    return depth;
  }

  synchronized int tryAgain() {
    return ++tries;
  }

  synchronized void markRead() {
    read = true;
  }

  synchronized void judge(Verdict judged) {
    verdict = judged;
  }

  synchronized void leadTo(Verdict judged, Target where) {
    verdict = judged;
    next = where;
  }

  synchronized void name(@Nullable Anchors found) {
    anchors = found;
  }

  synchronized @Nullable Verdict verdict() {
    return verdict;
  }

  synchronized @Nullable Target next() {
    return next;
  }

  synchronized @Nullable Anchors anchors() {
    return anchors;
  }

  synchronized List<Reference> references() {
    return List.copyOf(references);
  }
}
