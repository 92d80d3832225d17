package signpost.record.intake;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import signpost.events.EventCodec;
import signpost.events.LinkEvent.SuccessorFound;
import signpost.events.Topics;
import signpost.events.WireRecord;

/**
 * Whether the record that was put aside stands at an offset, and nothing newer of its kind behind
 * it. It is shown the records from there on, keeps that one alone, and wants no more once something
 * newer came.
 */
final class NewestOfKey implements Predicate<ReadRecord> {
  private static final Optional<String> SUCCESSOR =
      Optional.of(EventCodec.typeOf(SuccessorFound.class));

  private final ParkedRecord parked;
  private final long offset;
  private @Nullable ReadRecord sought;
  private boolean overtaken;

  NewestOfKey(ParkedRecord parked, long offset) {
    this.parked = parked;
    this.offset = offset;
  }

  /** Returns whether the next one matters, too. */
  @Override
  public boolean test(ReadRecord record) {
    ReadRecord found = sought;
    if (found != null) {
      overtaken = isNewer(record.message(), found.message());
    } else if (record.offset() == offset && parked.names(record.message())) {
      sought = record;
    } else {
      overtaken = true; // what stood there is gone, or another stands there
    }
    return !overtaken;
  }

  /**
   * Of a compacted topic the last record is all there is of a key. On one that keeps all, what
   * tells of another matter under the same key says nothing of this one; but where a page went is
   * of the past once something new is told of the page.
   */
  private static boolean isNewer(WireRecord record, WireRecord found) {
    Optional<String> type = EventCodec.type(found);
    return record.key().equals(found.key())
        && (Topics.isCompacted(found.topic())
            || type.equals(EventCodec.type(record))
            || type.equals(SUCCESSOR));
  }

  /** The record, as far as was shown; nothing if it is gone or something newer counts. */
  Optional<ReadRecord> newest() {
    return overtaken ? Optional.empty() : Optional.ofNullable(sought);
  }
}
