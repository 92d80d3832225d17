package signpost.tools.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import signpost.tools.check.Verdict.Kind;
import signpost.web.extract.Anchors;
import signpost.web.fetch.Redirects;

/** Follows redirects to their ends, looks for fragments there, and makes one result a target. */
final class Results {
  private final boolean fragments;

  /** {@code fragments}: whether places of pages are looked for. */
  Results(boolean fragments) {
    this.fragments = fragments;
  }

  List<Result> of(Collection<Target> targets) {
    List<Result> results = new ArrayList<>();
    for (Target target : targets) {
      List<Reference> references = target.references();
      if (!references.isEmpty()) {
        add(results, target, references);
      }
    }
    results.sort(Comparator.comparing(Result::kind).thenComparing(Result::url));
    return results;
  }

  /** Whether it came to nothing good by redirects that set cookies, which were not sent. */
  boolean wantsCookies(Target target) {
    List<Reference> references = target.references();
    boolean sets = false;
    int hops = 0;
    for (Target at = target; at.verdict() != null && hops <= Redirects.MOST; hops++) {
      sets |= at.setsCookies();
      Target next = at.next();
      if (next == null || next == at) {
        break;
      }
      at = next;
    }
    if (!sets || references.isEmpty()) {
      return false;
    }
    List<Result> told = new ArrayList<>();
    add(told, target, references);
    return told.stream()
        .anyMatch(it ->
            switch (it.kind()) {
              case BROKEN, FRAGMENT, SUSPECT, BLOCKED -> true;
              case MOVED, SKIPPED, OK -> false;
            });
  }

  /** Whether its redirects led to a page all the same, whose links need not be read again. */
  boolean readAlready(Target target) {
    Set<Target> seen = new HashSet<>();
    Target last = target;
    while (last.next() != null && seen.add(last)) {
      last = next(last);
    }
    return last.next() == null && !last.leadsBeyond() && verdict(last).kind() == Kind.OK;
  }

  private void add(List<Result> results, Target target, List<Reference> references) {
    Set<Target> seen = new HashSet<>();
    boolean permanent = true;
    boolean placed = false;
    Target again = target.again();
    Target first = again == null ? target : again;
    Target last = first;
    while (last.next() != null && seen.size() < Redirects.MOST && seen.add(last)) {
      placed |= last.namesPlace();
      permanent &= verdict(last).kind() == Kind.MOVED;
      last = next(last);
    }
    if (last.next() != null || last.leadsBeyond()) {
      String why = seen.contains(last) ? "redirects in a circle" : "more than 10 redirects";
      results.add(
          new Result(target.href, Kind.BROKEN, verdict(first).status(), why, "", references));
      return;
    }
    Verdict verdict = verdict(last);
    if (verdict.kind() == Kind.OK) {
      boolean moved = last != first && permanent;
      found(results, target, last, moved, fragments && !placed, references);
      return;
    }
    List<Reference> wrong =
        verdict.equals(LocalFiles.NO_INDEX)
            ? references.stream().filter(it -> !fromMarkdown(it)).toList()
            : references;
    List<Reference> fine = references.stream().filter(it -> !wrong.contains(it)).toList();
    if (!wrong.isEmpty()) {
      String end = last == first ? "" : last.href;
      results.add(
          new Result(target.href, verdict.kind(), verdict.status(), verdict.reason(), end, wrong));
    }
    if (!fine.isEmpty()) {
      results.add(new Result(target.href, Kind.OK, 0, "a folder", "", fine));
    }
  }

  /** Where Markdown is shown by itself, as in a repository, folders are shown too. */
  private static boolean fromMarkdown(Reference reference) {
    return reference.page().matches("(?i).*\\.(md|markdown|mdx)");
  }

  /** {@code places}: whether those named by the links are where a reader comes to. */
  private static void found(
      List<Result> results,
      Target target,
      Target last,
      boolean moved,
      boolean places,
      List<Reference> references) {
    String end = last == target || last == target.again() ? "" : last.href;
    int status = verdict(last).status();
    String note = end.isEmpty() ? "" : moved ? "moved for good" : "redirects for now";
    List<Reference> fine = new ArrayList<>();
    Map<String, List<Reference>> missing = new TreeMap<>();
    for (Reference reference : references) {
      Anchors anchors = last.anchors();
      if (places && anchors != null && anchors.lacks(reference.fragment())) {
        missing.computeIfAbsent(reference.fragment(), _ -> new ArrayList<>()).add(reference);
      } else {
        fine.add(reference);
      }
    }
    if (!fine.isEmpty()) {
      results.add(new Result(target.href, moved ? Kind.MOVED : Kind.OK, status, note, end, fine));
    }
    missing.forEach((fragment, from) ->
        results.add(
            new Result(
                target.href + "#" + fragment,
                Kind.FRAGMENT,
                status,
                "the page has no place called “" + Anchors.decoded(fragment) + "”",
                end,
                from)));
  }

  private static Target next(Target target) {
    Target next = target.next();
    return next == null ? target : next;
  }

  private static Verdict verdict(Target target) {
    Verdict verdict = target.verdict();
    return verdict == null ? Verdict.of(Kind.SKIPPED, "not reached") : verdict;
  }
}
