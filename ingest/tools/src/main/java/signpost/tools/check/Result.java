package signpost.tools.check;

import java.util.List;
import signpost.tools.check.Verdict.Kind;

/** What is told of one target; {@code end} is where redirects led, or empty. */
record Result(
    String url, Kind kind, int status, String reason, String end, List<Reference> references) {
  Result {
    references = List.copyOf(references);
  }

  /** Class, status and reason in one line. */
  String told() {
    String why = (status > 0 && status != 200 ? status + " " : "") + reason;
    return why.strip() + (end.isEmpty() ? "" : (why.isBlank() ? "" : " ") + "→ " + end);
  }
}
