package signpost.record.outbox;

import java.util.Locale;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;

/** What became of a record that was sent. */
public sealed interface SendOutcome {
  /** The broker has it for good. */
  record Acknowledged() implements SendOutcome {}

  /** The broker cannot take it now; the record waits. */
  record BrokerAway(Throwable why) implements SendOutcome {}

  /** No broker will ever take this record; it is put aside, and what comes behind it goes out. */
  record Unsendable(String reason) implements SendOutcome {}

  /** The connection is of no more use, for a reason that is not this record's: another is made. */
  record ConnectionBroken(Throwable why) implements SendOutcome {}

  /**
   * What a failure to send means. A clock that is wrong, here or there, is no fault of the record.
   */
  static SendOutcome of(Throwable failure) {
    return switch (failure) {
      case RecordTooLargeException e -> new Unsendable(words(e));
      case RecordBatchTooLargeException e -> new Unsendable(words(e));
      case InvalidRecordException e when !isOfTime(e) -> new Unsendable(words(e));
      case SerializationException e -> new Unsendable(words(e));
      case RetriableException e -> new BrokerAway(e);
      default -> new ConnectionBroken(failure);
    };
  }

  /** Of several rows with a time that Kafka refuses it says only that they are invalid. */
  private static boolean isOfTime(InvalidRecordException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("timestamp");
  }

  private static String words(KafkaException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
