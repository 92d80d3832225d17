package signpost.ingest.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import signpost.ingest.check.Verdict.Kind;
import signpost.ingest.extract.Anchors;

/** Follows redirects to their ends, looks for fragments there, and makes one result a target. */
final class Results {
  private static final int MOST_HOPS = 10;

  private Results() {}

  static List<Result> of(Collection<Target> targets) {
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

  private static void add(List<Result> results, Target target, List<Reference> references) {
    Set<Target> seen = new HashSet<>();
    boolean permanent = true;
    Target last = target;
    while (last.next() != null && seen.size() <= MOST_HOPS && seen.add(last)) {
      permanent &= verdict(last).kind() == Kind.MOVED;
      last = next(last);
    }
    String end = last == target ? "" : last.href;
    if (last.next() != null) {
      String why = seen.contains(last) ? "redirects in a circle" : "more than 10 redirects";
      results.add(
          new Result(target.href, Kind.BROKEN, verdict(target).status(), why, "", references));
      return;
    }
    Verdict verdict = verdict(last);
    if (verdict.kind() != Kind.OK) {
      results.add(
          new Result(
              target.href, verdict.kind(), verdict.status(), verdict.reason(), end, references));
      return;
    }
    found(results, target, last, !end.isEmpty() && permanent, references);
  }

  private static void found(
      List<Result> results, Target target, Target last, boolean moved, List<Reference> references) {
    String end = last == target ? "" : last.href;
    int status = verdict(last).status();
    String note = end.isEmpty() ? "" : moved ? "moved for good" : "redirects for now";
    List<Reference> fine = new ArrayList<>();
    Map<String, List<Reference>> missing = new TreeMap<>();
    for (Reference reference : references) {
      Anchors anchors = last.anchors();
      if (anchors != null && anchors.lacks(reference.fragment())) {
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
