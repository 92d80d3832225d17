package signpost.tools.repair;

import java.util.List;
import signpost.tools.repair.RepairItem.RepairOutcome;

/**
 * What was done, and what is left for a person.
 *
 * @param kind html, markdown or docx
 * @param items in the order of the file, what stands nowhere in it last
 * @param setAside answers that could not be taken, one sentence each
 */
public record RepairReport(String kind, List<RepairItem> items, List<String> setAside) {
  public RepairReport {
    items = List.copyOf(items);
    setAside = List.copyOf(setAside);
  }

  /** How often that became of an answer. */
  public long count(RepairOutcome outcome) {
    return items.stream().filter(it -> it.outcome() == outcome).count();
  }

  /** Whether nothing is left for a person. */
  public boolean isDone() {
    return left() == 0 && setAside.isEmpty();
  }

  /** At how many places a person must act. */
  public long left() {
    return items.stream().filter(it -> it.outcome().left()).count();
  }
}
