package signpost.record.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.events.ParkedEvent.RecordParked;

/**
 * Some of the records that were put aside, for whoever looks.
 *
 * @param waiting those of this page that wait, the oldest first
 * @param next where the next page begins; nothing on the last
 * @param settled those that were seen to last
 * @param groups what waits, on this page or not, by who put it aside and why, the most first
 * @param seen how far the topic was read for it
 * @param isFull whether more wait than are counted here
 * @param unreadable records among those put aside that cannot be read themselves
 */
public record ParkedPage(
    List<ShownRecord> waiting,
    Optional<ParkedCursor> next,
    List<ShownRecord> settled,
    List<ParkedGroup> groups,
    ParkedExtent seen,
    boolean isFull,
    int unreadable) {

  /** One with the event that put it aside; without it where that is gone since. */
  public record ShownRecord(ParkedRecord record, Optional<RecordParked> parked) {}

  /** Those of this page, whether they wait or were seen to. */
  public List<ParkedRecord> all() {
    return Stream.concat(waiting.stream(), settled.stream()).map(ShownRecord::record).toList();
  }

  /** How many wait. */
  public long count() {
    return groups.stream().mapToLong(ParkedGroup::count).sum();
  }
}
