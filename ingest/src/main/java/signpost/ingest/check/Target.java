package signpost.ingest.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import signpost.events.WebUrl;
import signpost.ingest.extract.Anchors;

/** One thing to check, once, however often it is linked. Guarded by itself. */
final class Target {
  final String href;
  private final List<Reference> references = new ArrayList<>(1);
  private int depth;
  private boolean given;
  private boolean read;
  private boolean counted;
  private int tries;
  private @Nullable WebUrl url;
  private @Nullable Verdict verdict;
  private @Nullable Target next;
  private @Nullable Anchors anchors;

  Target(String href, int depth) {
    this.href = href;
    this.depth = depth;
  }

  /** Parsed already, and kept until it is visited. */
  Target(WebUrl url, int depth) {
    this(url.href(), depth);
    this.url = url;
  }

  /** For one visit. */
  synchronized WebUrl takeUrl() {
    WebUrl parsed = url == null ? WebUrl.of(href) : url;
    url = null;
    return parsed;
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
    return !before && depth < limit;
  }

  /** Visited, and its links left alone. */
  synchronized boolean unread() {
    return verdict != null && !read;
  }

  /** Whether the border waits for it; said once. */
  synchronized boolean counts() {
    boolean was = counted;
    counted = false;
    return was;
  }

  synchronized void count() {
    counted = true;
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
