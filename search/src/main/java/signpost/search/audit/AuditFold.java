package signpost.search.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what came of an act beside it. */
final class AuditFold {
  private AuditFold() {}

  /** The lines that are no outcome of another, each with its outcome if it is among these. */
  static List<AuditLine> of(List<AuditLine> lines) {
    Map<Long, AuditLine> outcomes = new HashMap<>();
    lines.forEach(line -> line.asked().ifPresent(asked -> outcomes.put(asked, line)));
    return lines.stream()
        .filter(line -> line.asked().isEmpty())
        .map(line -> Optional.ofNullable(outcomes.get(line.n())).map(line::told).orElse(line))
        .toList();
  }
}
