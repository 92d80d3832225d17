package signpost.record.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** A place in the order in which records that wait are shown. */
public record ParkedCursor(Instant at, int partition, long offset) {
  static final Comparator<ParkedCursor> BY_AGE =
      Comparator.comparing(ParkedCursor::at)
          .thenComparingInt(ParkedCursor::partition)
          .thenComparingLong(ParkedCursor::offset);

  static ParkedCursor behind(ParkedRecord record) {
    RecordPlace aside = record.aside();
    return new ParkedCursor(record.at(), aside.partition().partition(), aside.offset());
  }

  boolean isBefore(ParkedRecord record) {
    return BY_AGE.compare(this, behind(record)) < 0;
  }

  /** As a parameter of a page's address. */
  public String text() {
    return at + "|" + partition + "|" + offset;
  }

  /** Reads what {@link #text} wrote; nothing where it is none. */
  public static Optional<ParkedCursor> of(String text) {
    String[] parts = text.split("\\|", 2);
    try {
      return RecordPlace.of("", parts[parts.length - 1])
          .map(it ->
              new ParkedCursor(Instant.parse(parts[0]), it.partition().partition(), it.offset()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
