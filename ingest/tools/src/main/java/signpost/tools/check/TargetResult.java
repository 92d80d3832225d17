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

  /** Class, status and reason in one line. */
  String told() {
    String why = (status > 0 && status != 200 ? status + " " : "") + reason;
    return why.strip() + (end.isEmpty() ? "" : (why.isBlank() ? "" : " ") + "→ " + end);
  }
}
