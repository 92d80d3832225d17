package signpost.notifier.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import signpost.kit.PostgresServer;
import signpost.notifier.NotifierRecord;
import signpost.notifier.store.ModuleValues;
import signpost.record.AwayException;
import signpost.record.store.Database;

/** Two intakes on one PostgreSQL that both believe it is their turn. */
class SqlPositionsIT {
  private static final TopicPartition PART = new TopicPartition("signpost.links", 3);
  private static final int ROUNDS = 200;

  private final String url = PostgresServer.empty();
  private final Database one = Database.open(NotifierRecord.SCHEMA, url, "", "");
  private final Database other = Database.open(NotifierRecord.SCHEMA, url, "", "");

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  private static boolean advance(Database database, Map<TopicPartition, Long> from, long next) {
    return database.write(handle -> {
      ModuleValues.set(handle, "led-to", Long.toString(next));
      SqlPositions.advance(handle, from, Map.of(PART, next));
      return true;
    });
  }

  private Map<TopicPartition, Long> stands() {
    return one.read(SqlPositions::all);
  }

  private void assertStands(long at) {
    assertThat(stands()).containsExactly(Map.entry(PART, at));
    Optional<String> ledTo = one.read(handle -> ModuleValues.get(handle, "led-to"));
    assertThat(ledTo).as("what the records led to").contains(Long.toString(at));
  }

  @Test
  void positionOfWhoReadsBehindIsNotWrittenNorWhatItsRecordsLedTo() {
    advance(one, Map.of(), 5);
    refused(Map.of(), 3);
    assertStands(5);
    advance(one, Map.of(PART, 5L), 9);
    refused(Map.of(PART, 5L), 7);
    refused(Map.of(PART, 5L), 5);
    refused(Map.of(PART, 5L), 12);
    assertStands(9);
    advance(other, stands(), 11);
    assertStands(11);
  }

  private void refused(Map<TopicPartition, Long> from, long next) {
    assertThatThrownBy(() -> advance(other, from, next))
        .isInstanceOf(AwayException.class)
        .hasMessage("Another notifier of this database reads now");
  }

  @Test
  void ofTwoWhoGoOnAtOnceOneGoesOn() {
    advance(one, Map.of(), 0);
    CompletableFuture<Integer> here = CompletableFuture.supplyAsync(() -> steps(one));
    CompletableFuture<Integer> there = CompletableFuture.supplyAsync(() -> steps(other));
    assertStands(here.join() + there.join());
  }

  /** How often it went on by one. */
  private static int steps(Database database) {
    int steps = 0;
    for (int i = 0; i < ROUNDS; i++) {
      Map<TopicPartition, Long> from = database.read(SqlPositions::all);
      try {
        advance(database, from, from.getOrDefault(PART, 0L) + 1);
        steps++;
      } catch (AwayException _) {
        // The other was quicker.
      }
    }
    return steps;
  }
}
