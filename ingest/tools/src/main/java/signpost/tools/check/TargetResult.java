package signpost.tools.check;

import java.util.List;
import signpost.tools.check.CheckVerdict.ResultClass;

/** What is told of one target; {@code end} is where redirects led, or empty. */
record TargetResult(
    String url,
    ResultClass kind,
    int status,
    String reason,
    String end,
    List<LinkReference> references) {
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
    return new TargetResult(url, kind, status, reason, end, places);
  }

  /** Class, status and reason in one line. */
  String told() {
    String why = (status > 0 && status != 200 ? status + " " : "") + reason;
    return why.strip() + (end.isEmpty() ? "" : (why.isBlank() ? "" : " ") + "→ " + end);
  }
}
