package signpost.tools.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import signpost.tools.check.CheckVerdict.ResultClass;
import signpost.web.extract.PageAnchors;
import signpost.web.fetch.Redirects;

/** Follows redirects to their ends, looks for fragments there, and makes one result a target. */
final class TargetResults {
  /** What is said of a target where the check ended before its turn. */
  static final CheckVerdict NOT_REACHED = CheckVerdict.of(ResultClass.SKIPPED, "not reached");

  private final boolean fragments;

  /** {@code fragments}: whether places of pages are looked for. */
  TargetResults(boolean fragments) {
    this.fragments = fragments;
  }

  List<TargetResult> of(Collection<CheckTarget> targets) {
    List<TargetResult> results = new ArrayList<>();
    for (CheckTarget target : targets) {
      List<LinkReference> references = target.references();
      if (!references.isEmpty()) {
        add(results, target, references);
      }
    }
    results.sort(Comparator.comparing(TargetResult::kind).thenComparing(TargetResult::url));
    return results;
  }

  /** Whether it came to nothing good by redirects that set cookies, which were not sent. */
  boolean wantsCookies(CheckTarget target) {
    List<LinkReference> references = target.references();
    boolean sets = false;
    int hops = 0;
    for (CheckTarget at = target; at.verdict() != null && hops <= Redirects.MOST; hops++) {
      sets |= at.setsCookies();
      CheckTarget next = at.next();
      if (next == null || next == at) {
        break;
      }
      at = next;
    }
    if (!sets || references.isEmpty()) {
      return false;
    }
    List<TargetResult> told = new ArrayList<>();
    add(told, target, references);
    return told.stream()
        .anyMatch(it ->
            switch (it.kind()) {
              case BROKEN, FRAGMENT, SUSPECT, BLOCKED -> true;
              case MOVED, SKIPPED, OK -> false;
            });
  }

  /** Whether its redirects led to a page all the same, whose links need not be read again. */
  boolean readAlready(CheckTarget target) {
    CheckTarget last = end(target);
    return last.next() == null && !last.leadsBeyond() && verdict(last).kind() == ResultClass.OK;
  }

  /** Where its redirects end, or go round. */
  static CheckTarget end(CheckTarget target) {
    Set<CheckTarget> seen = new HashSet<>();
    CheckTarget last = target;
    CheckTarget next = last.next();
    while (next != null && seen.add(last)) {
      last = next;
      next = last.next();
    }
    return last;
  }

  private void add(List<TargetResult> results, CheckTarget target, List<LinkReference> references) {
    Set<CheckTarget> seen = new HashSet<>();
    boolean permanent = true;
    boolean placed = false;
    CheckTarget again = target.again();
    CheckTarget first = again == null ? target : again;
    CheckTarget last = first;
    CheckTarget next = last.next(); // asked once: a visit that goes on may tell one meanwhile
    while (next != null && seen.size() < Redirects.MOST && seen.add(last)) {
      placed |= last.namesPlace();
      permanent &= verdict(last).kind() == ResultClass.MOVED;
      last = next;
      next = last.next();
    }
    if (next != null || last.leadsBeyond()) {
      String why = seen.contains(last) ? "redirects in a circle" : "more than 10 redirects";
      results.add(
          new TargetResult(
              target.href, ResultClass.BROKEN, verdict(first).status(), why, "", references));
      return;
    }
    CheckVerdict verdict = verdict(last);
    if (verdict.kind() == ResultClass.OK) {
      boolean moved = last != first && permanent;
      found(results, target, last, moved, fragments && !placed, references);
      return;
    }
    ill(results, target, last == first ? "" : last.href, verdict, references);
  }

  private static void ill(
      List<TargetResult> results,
      CheckTarget target,
      String end,
      CheckVerdict verdict,
      List<LinkReference> references) {
    boolean shows = verdict.equals(LocalFiles.NO_INDEX);
    Map<Boolean, List<LinkReference>> fares =
        references.stream().collect(Collectors.partitioningBy(it -> shows && isShown(it)));
    List<LinkReference> fine = fares.getOrDefault(true, List.of());
    List<LinkReference> wrong = fares.getOrDefault(false, List.of());
    if (!wrong.isEmpty()) {
      results.add(
          new TargetResult(
              target.href, verdict.kind(), verdict.status(), verdict.reason(), end, wrong));
    }
    if (!fine.isEmpty()) {
      results.add(new TargetResult(target.href, ResultClass.OK, 0, "a folder", "", fine));
    }
  }

  /** Where what people write is shown by itself, as in a repository, folders are shown too. */
  private static boolean isShown(LinkReference reference) {
    return WrittenForm.of(reference.page()).isPresent();
  }

  /** {@code places}: whether those named by the links are where a reader comes to. */
  private static void found(
      List<TargetResult> results,
      CheckTarget target,
      CheckTarget last,
      boolean moved,
      boolean places,
      List<LinkReference> references) {
    String end = last == target || last == target.again() ? "" : last.href;
    int status = verdict(last).status();
    String note = end.isEmpty() ? "" : moved ? "moved for good" : "redirects for now";
    List<LinkReference> fine = new ArrayList<>();
    Map<String, List<LinkReference>> missing = new TreeMap<>();
    for (LinkReference reference : references) {
      PageAnchors anchors = last.anchors();
      if (places && anchors != null && anchors.lacks(reference.fragment())) {
        missing.computeIfAbsent(reference.fragment(), _ -> new ArrayList<>()).add(reference);
      } else {
        fine.add(reference);
      }
    }
    if (!fine.isEmpty()) {
      results.add(
          new TargetResult(
              target.href, moved ? ResultClass.MOVED : ResultClass.OK, status, note, end, fine));
    }
    missing.forEach((fragment, from) ->
        results.add(
            new TargetResult(
                target.href + "#" + fragment,
                ResultClass.FRAGMENT,
                status,
                "the page has no place called “" + PageAnchors.decoded(fragment) + "”",
                end,
                from)));
  }

  private static CheckVerdict verdict(CheckTarget target) {
    CheckVerdict verdict = target.verdict();
    return verdict == null ? NOT_REACHED : verdict;
  }
}
