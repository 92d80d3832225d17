package signpost.record.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.record.AwayException;
import signpost.record.CauseChain;

/**
 * Says which failures to handle a record are the record's own: it fails so each time, and is parked
 * and passed over. All others are of the database, the index, the disk or Kafka, and end the
 * connection.
 */
public final class RecordFault {
  private RecordFault() {}

  /** What is wrong with the record, in words; nothing if it is not the record's fault. */
  public static Optional<String> of(Throwable failure) {
    for (Throwable next : CauseChain.of(failure)) {
      if (isOfRecord(next)) {
        return Optional.of(next.getClass().getSimpleName() + ": " + next.getMessage());
      }
      if (isOfPart(next)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * What is wrong with the record, in words.
   *
   * @throws RuntimeException the failure itself, if it is not the record's fault
   */
  public static String inWords(Throwable failure) {
    return of(failure)
        .orElseThrow(
            () -> failure instanceof RuntimeException it ? it : new IllegalStateException(failure));
  }

  /** What says that a part is away or closed, whatever it carries as its cause. */
  private static boolean isOfPart(Throwable failure) {
    return failure instanceof AwayException
        || (failure instanceof IllegalStateException
            && failure.getClass() != IllegalStateException.class);
  }

  private static boolean isOfRecord(Throwable failure) {
    return switch (failure) {
      case IllegalArgumentException _ -> true; // a value that ours or Lucene's types refuse
      case DateTimeException _, ArithmeticException _ -> true; // a time or a number beyond bounds
      case IndexOutOfBoundsException _, NoSuchElementException _ -> true; // a part that is missing
      case NullPointerException _, ClassCastException _ -> true; // JSON that types did not foresee
      case UnsupportedOperationException _ -> true;
      // What our own code calls impossible; a kind of its own, as Lucene's closed index, is not.
      case IllegalStateException it ->
          it.getClass() == IllegalStateException.class && it.getCause() == null;
      case JsonProcessingException _ -> true;
      case StackOverflowError _ ->
          true; // so deep, or so long for a pattern, that no stack holds it
      case SQLException sql -> isOfData(sql);
      default -> false;
    };
  }

  /**
   * PostgreSQL's classes 22, bad data, and 23, a constraint, and 54, a limit, as of an index;
   * SQLite's TOOBIG, CONSTRAINT, MISMATCH and RANGE (https://sqlite.org/rescode.html).
   */
  private static boolean isOfData(SQLException sql) {
    String state = sql.getSQLState();
    if (state != null) {
      return Stream.of("22", "23", "54").anyMatch(state::startsWith);
    }
    return switch (sql.getErrorCode() & 0xff) {
      case 18, 19, 20, 25 -> true;
      default -> false;
    };
  }
}
