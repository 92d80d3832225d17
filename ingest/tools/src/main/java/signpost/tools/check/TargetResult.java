package signpost.tools.check;

import java.util.List;
import java.util.Optional;
import signpost.tools.archive.ArchivedCopy;
import signpost.tools.check.CheckVerdict.ResultClass;

/**
 * What is told of one target; {@code end} is where redirects led, or empty, {@code perhaps} where
 * it may be now, for somebody to look at, or empty, and {@code copy} what an archive has of it.
 */
record TargetResult(
    String url,
    ResultClass kind,
    int status,
    String reason,
    String end,
    String perhaps,
    Optional<ArchivedCopy> copy,
    List<LinkReference> references) {
  TargetResult(
      String url,
      ResultClass kind,
      int status,
      String reason,
      String end,
      List<LinkReference> references) {
    this(url, kind, status, reason, end, "", Optional.empty(), references);
  }

  TargetResult {
    references = List.copyOf(references);
  }

  /** With the place that this link asks for. */
  String address(LinkReference at) {
    boolean bare = at.fragment().isEmpty() || kind == ResultClass.FRAGMENT;
    return bare ? url : url + "#" + at.fragment();
  }

  /** The same, told of these places alone. */
  TargetResult at(List<LinkReference> places) {
    return new TargetResult(url, kind, status, reason, end, perhaps, copy, places);
  }

  TargetResult perhapsAt(String found) {
    return new TargetResult(url, kind, status, reason, end, found, copy, references);
  }

  TargetResult archivedAs(Optional<ArchivedCopy> found) {
    return new TargetResult(url, kind, status, reason, end, perhaps, found, references);
  }

  /** Class, status and reason in one line. */
  String told() {
    String why = (status > 0 && status != 200 ? status + " " : "") + reason;
    String led = end.isEmpty() ? "" : (why.isBlank() ? "" : " ") + "→ " + end;
    return why.strip()
        + led
        + (perhaps.isEmpty() ? "" : "; perhaps now " + perhaps)
        + (copy.isEmpty() ? "" : "; " + copy.get().told());
  }
}
