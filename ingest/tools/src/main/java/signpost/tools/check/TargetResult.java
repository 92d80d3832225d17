package signpost.tools.check;

import java.util.List;
import signpost.tools.check.CheckVerdict.ResultClass;

/**
 * What is told of one target; {@code end} is where redirects led, or empty, and {@code perhaps}
 * where it may be now, for somebody to look at, or empty.
 */
record TargetResult(
    String url,
    ResultClass kind,
    int status,
    String reason,
    String end,
    String perhaps,
    List<LinkReference> references) {
  TargetResult(
      String url,
      ResultClass kind,
      int status,
      String reason,
      String end,
      List<LinkReference> references) {
    this(url, kind, status, reason, end, "", references);
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
    return new TargetResult(url, kind, status, reason, end, perhaps, places);
  }

  TargetResult perhapsAt(String found) {
    return new TargetResult(url, kind, status, reason, end, found, references);
  }

  /** Class, status and reason in one line. */
  String told() {
    String why = (status > 0 && status != 200 ? status + " " : "") + reason;
    String led = end.isEmpty() ? "" : (why.isBlank() ? "" : " ") + "→ " + end;
    return why.strip() + led + (perhaps.isEmpty() ? "" : "; perhaps now " + perhaps);
  }
}
