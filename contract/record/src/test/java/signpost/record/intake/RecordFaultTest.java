package signpost.record.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.DisconnectException;
import org.junit.jupiter.api.Test;
import signpost.record.AwayException;

class RecordFaultTest {
  @Test
  void valueThatTypesRefuseIsTheRecords() {
    assertThat(RecordFault.of(new IllegalArgumentException("no URL")))
        .contains("IllegalArgumentException: no URL");
  }

  @Test
  void timeBeyondBoundsIsTheRecords() {
    isOfRecord(failure(() -> Instant.MAX.toEpochMilli()));
    isOfRecord(failure(() -> Instant.MAX.plusSeconds(1)));
  }

  @Test
  void whatPostgresqlRefusesToKeepIsTheRecordsWhereverItIsWrapped() {
    SQLException zero = new SQLException("invalid byte sequence: 0x00", "22021");
    isOfRecord(new IllegalStateException(new RuntimeException(zero)));
  }

  @Test
  void rowThatIsTooLargeForSqliteIsTheRecords() {
    isOfRecord(new SQLException("too big", null, 18));
    isOfRecord(new SQLException("constraint", null, 19 | 2 << 8));
  }

  @Test
  void recordThatNoStackHoldsIsAtFaultItselfAndOneForWhichMemoryIsShortIsNot() {
    isOfRecord(new StackOverflowError());
    isOfRecord(new CompletionException(new StackOverflowError()));
    assertThat(RecordFault.of(new OutOfMemoryError())).isEmpty();
  }

  @Test
  void databaseDiskAndKafkaAreNoRecordsFault() {
    assertThat(RecordFault.of(new SQLException("gone", "08006"))).isEmpty();
    assertThat(RecordFault.of(new SQLException("no such table", "42P01"))).isEmpty();
    assertThat(RecordFault.of(new SQLException("disk full", null, 13))).isEmpty();
    assertThat(RecordFault.of(new IOException("No space left on device"))).isEmpty();
    assertThat(RecordFault.of(new DisconnectException())).isEmpty();
    assertThat(RecordFault.of(new ClosedException(new IllegalArgumentException("too long"))))
        .isEmpty();
    assertThat(RecordFault.of(new AwayException("it is away", new IllegalStateException("moved"))))
        .isEmpty();
  }

  /** As Lucene says that its index is closed. */
  private static final class ClosedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    ClosedException(Throwable cause) {
      super("this writer is closed", cause);
    }
  }

  @Test
  void whatOurOwnCodeCallsImpossibleIsTheRecords() {
    assertThat(RecordFault.of(new IllegalStateException("two openings"))).isPresent();
  }

  private static void isOfRecord(Throwable failure) {
    assertThat(RecordFault.of(failure)).isPresent();
  }

  private static Throwable failure(Supplier<?> work) {
    try {
      throw new AssertionError("it gave " + work.get());
    } catch (RuntimeException e) {
      return e;
    }
  }
}
