package signpost.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ops read about a failure. */
final class TroubleCauseTest {

  @Test
  void databaseThatDoesNotAnswerIsAway() {
    assertThat(words(new SQLException("Connection to localhost:5432 refused.", "08001")))
        .isEqualTo("the database is away (Connection to localhost:5432 refused.)");
    assertThat(words(new SQLException("terminating connection", "57P01")))
        .startsWith("the database is away");
    assertThat(words(new SQLTransientConnectionException("timed out after 5000ms")))
        .startsWith("the database is away");
  }

  @Test
  void sessionThatWasEndedIsADatabaseThatIsAwayAndComesBack() {
    assertThat(TroubleCause.of(new SQLException("idle-in-transaction timeout", "25P03")))
        .satisfies(it -> assertThat(it.words()).startsWith("the database is away"))
        .satisfies(it -> assertThat(it.isPassing()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"53000", "53200", "53300", "53400", "57014", "55P03"})
  void databaseWithoutRoomOrTimeForUsIsBusy(String state) {
    assertThat(TroubleCause.of(new SQLException("not now", state)))
        .satisfies(it -> assertThat(it.words()).startsWith("the database is busy"))
        .satisfies(it -> assertThat(it.isPassing()).isTrue());
  }

  @Test
  void fullDiskIsCalledThatWhoeverFoundIt() {
    assertThat(words(new SQLException("could not extend file", "53100")))
        .startsWith("the disk is full");
    assertThat(words(new SQLException("[SQLITE_FULL] database or disk is full", null, 13)))
        .startsWith("the disk is full");
    assertThat(words(new UncheckedIOException(new IOException("No space left on device"))))
        .isEqualTo("the disk is full (No space left on device)");
  }

  @Test
  void folderThatCannotBeWrittenIsCalledThat() {
    assertThat(words(new AccessDeniedException("/data/outgoing")))
        .isEqualTo("the data folder cannot be written (/data/outgoing)");
    assertThat(words(new SQLException("attempt to write a readonly database", null, 8)))
        .startsWith("the data folder cannot be written");
  }

  @Test
  void anythingElseSaysItsTypeAndOneLine() {
    assertThat(words(new IllegalStateException(new NullPointerException("one\ntwo"))))
        .isEqualTo("something unforeseen happened (NullPointerException: one)");
    assertThat(words(new StackOverflowError()))
        .isEqualTo("something unforeseen happened (StackOverflowError)");
  }

  @Test
  void causesThatGoInCirclesEnd() {
    Exception first = new Exception("first");
    first.initCause(new Exception("second", first));
    assertThat(words(first)).contains("something unforeseen happened");
  }

  private static String words(Throwable thrown) {
    return TroubleCause.of(thrown).words();
  }
}
