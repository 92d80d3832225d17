package signpost.ingest.repair;

import java.util.List;
import signpost.ingest.repair.Item.Outcome;

/**
 * What was done, and what is left for a person.
 *
 * @param kind html, markdown or docx
 * @param items in the order of the file, what stands nowhere in it last
 */
public record RepairReport(String kind, List<Item> items) {
  public RepairReport {
    items = List.copyOf(items);
  }

  /** How often that became of an answer. */
  public long count(Outcome outcome) {
    return items.stream().filter(it -> it.outcome() == outcome).count();
  }

  /** At how many places a person must act. */
  public long left() {
    return items.stream().filter(it -> it.outcome().left()).count();
  }
}
