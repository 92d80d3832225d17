package signpost.tools.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import signpost.url.WebUrl;
import signpost.web.extract.PageAnchors;
import signpost.web.fetch.Redirects;

/** One thing to check, once, however often it is linked. Guarded by itself. */
final class CheckTarget {
  final String href;
  final Optional<LinkVisitor> visitor;
  private final List<LinkReference> references = new ArrayList<>(1);
  private int depth;
  private boolean given;
  private boolean read;
  private boolean counted;
  private boolean finished;
  private int tries;
  private @Nullable WebUrl url;
  private @Nullable CheckVerdict verdict;
  private @Nullable CheckTarget next;
  private @Nullable WebUrl beyond;
  private @Nullable CheckTarget again;
  private int hops = Integer.MAX_VALUE;
  private boolean sets;
  private boolean place;
  private @Nullable PageAnchors anchors;
  private @Nullable Set<String> recalled;

  CheckTarget(String href, int depth) {
    this.href = href;
    this.depth = depth;
    this.visitor = Optional.empty();
  }

  /** Parsed already, and kept until it is visited; by one visitor alone, where that is said. */
  CheckTarget(WebUrl url, int depth, Optional<LinkVisitor> visitor) {
    this.href = url.href();
    this.depth = depth;
    this.url = url;
    this.visitor = visitor;
  }

  /** For one visit. */
  synchronized WebUrl takeUrl() {
    WebUrl parsed = url == null ? WebUrl.of(href) : url;
    url = null;
    return parsed;
  }

  synchronized void refer(LinkReference reference) {
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

  /** Whether it is dealt with for the first time; a visit with cookies is none of its own. */
  synchronized boolean finishes() {
    boolean first = !finished && visitor.isEmpty();
    finished = true;
    return first;
  }

  synchronized int depth() {
    return depth;
  }

  synchronized int tries() {
    return tries;
  }

  synchronized int tryAgain() {
    return ++tries;
  }

  synchronized void markRead() {
    read = true;
  }

  synchronized void judge(CheckVerdict judged) {
    verdict = judged;
    recalled = null;
  }

  /** A redirect; whether it is followed, or one too many on every way that led here. */
  synchronized boolean redirects(CheckVerdict judged, WebUrl to, boolean cookies) {
    verdict = judged;
    recalled = null;
    sets = cookies;
    place = to.fragment().filter(it -> !it.isEmpty()).isPresent();
    beyond = hops < Redirects.MOST ? null : to;
    return beyond == null;
  }

  synchronized void leadTo(CheckTarget where) {
    next = where;
  }

  /** Reached by so many redirects; where the one that was too many led, if it no longer is. */
  synchronized Optional<WebUrl> reached(int by) {
    hops = Math.min(hops, by);
    WebUrl to = hops < Redirects.MOST ? beyond : null;
    beyond = to == null ? beyond : null;
    return Optional.ofNullable(to);
  }

  synchronized int hops() {
    return hops;
  }

  /** Whether it redirects, and nobody asked whereto. */
  synchronized boolean leadsBeyond() {
    return beyond != null;
  }

  /** Whether it leads to a place of its own choice, and not to that of the link. */
  synchronized boolean namesPlace() {
    return place;
  }

  synchronized boolean setsCookies() {
    return sets;
  }

  /** The same address visited once more, with the cookies its redirects set. */
  synchronized void visitAgain(CheckTarget visit) {
    again = visit;
  }

  synchronized @Nullable CheckTarget again() {
    return again;
  }

  synchronized void name(@Nullable PageAnchors found) {
    anchors = found;
  }

  /** Judged from memory: the places that are known to be there. */
  synchronized void recall(CheckVerdict judged, Set<String> places) {
    verdict = judged;
    recalled = places;
  }

  synchronized boolean recalled() {
    return recalled != null;
  }

  /** Whether a link asks for a place of which memory knows nothing; it is forgotten then. */
  synchronized boolean outgrows(List<LinkReference> links) {
    Set<String> known = recalled;
    if (known == null
        || links.stream().allMatch(it -> nowhere(it) || known.contains(it.fragment()))) {
      return false;
    }
    recalled = null;
    verdict = null;
    return true;
  }

  /** As if it had not been visited. */
  synchronized void forget() {
    verdict = null;
    next = null;
    beyond = null;
  }

  private static boolean nowhere(LinkReference reference) {
    return reference.fragment().isEmpty();
  }

  /** What links asked for and the page has. */
  synchronized Set<String> placesFound() {
    PageAnchors known = anchors;
    return references.stream()
        .map(LinkReference::fragment)
        .filter(it -> !it.isEmpty() && (known == null || !known.lacks(it)))
        .collect(Collectors.toSet());
  }

  synchronized @Nullable CheckVerdict verdict() {
    return verdict;
  }

  synchronized @Nullable CheckTarget next() {
    return next;
  }

  synchronized @Nullable PageAnchors anchors() {
    return anchors;
  }

  synchronized List<LinkReference> references() {
    return List.copyOf(references);
  }
}
