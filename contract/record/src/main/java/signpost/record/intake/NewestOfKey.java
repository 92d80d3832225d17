package signpost.record.intake;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a record stands at an offset, and nothing newer of its key behind it. It is shown the
 * records from there on, keeps that one alone, and wants no more once something newer came.
 */
final class NewestOfKey implements Predicate<ReadRecord> {
  private final long offset;
  private @Nullable ReadRecord sought;
  private boolean overtaken;

  NewestOfKey(long offset) {
    this.offset = offset;
  }

  /** Returns whether the next one matters, too. */
  @Override
  public boolean test(ReadRecord record) {
    ReadRecord found = sought;
    if (found != null) {
      overtaken = record.message().key().equals(found.message().key());
    } else if (record.offset() == offset) {
      sought = record;
    } else {
      overtaken = true; // what stood there is gone
    }
    return !overtaken;
  }

  /** The record, as far as was shown; nothing if it is gone or something newer counts. */
  Optional<ReadRecord> newest() {
    return overtaken ? Optional.empty() : Optional.ofNullable(sought);
  }
}
