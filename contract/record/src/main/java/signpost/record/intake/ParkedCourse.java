package signpost.record.intake;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * What became of one record that was put aside. It is shown the event that put it aside and what
 * stands behind that, and wants no more once the record was handled, or where the first event tells
 * of another one.
 */
final class ParkedCourse implements Predicate<ReadRecord> {
  private final ParkedPicture picture = new ParkedPicture(ParkedPicture.MOST);
  private final String by;
  private final String topic;
  private final String place;
  private Optional<ParkedRecord> parked = Optional.empty();

  ParkedCourse(String by, String topic, String place) {
    this.by = by;
    this.topic = topic;
    this.place = place;
  }

  @Override
  public boolean test(ReadRecord record) {
    boolean _ = picture.add(record);
    parked =
        parked.isPresent()
            ? picture.find(parked.get()).or(() -> parked)
            : picture.find(by, topic, place, record.place());
    return parked.filter(it -> it.replayedAt().isEmpty()).isPresent();
  }

  /** The record as it is now; nothing where the first event did not put it aside. */
  Optional<ParkedRecord> parked() {
    return parked;
  }
}
