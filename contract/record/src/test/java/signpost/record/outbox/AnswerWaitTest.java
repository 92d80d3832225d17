package signpost.record.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import signpost.record.AwayException;

/** A row whose answer does not come, and whether its broker is there meanwhile. */
class AnswerWaitTest {
  private static final Duration SLICE = Duration.ofMillis(1);

  private final CompletableFuture<RecordMetadata> answer = new CompletableFuture<>();
  private final List<Boolean> said = new ArrayList<>();

  @Test
  void brokerThatWentIsSaidLongBeforeTheRowIsGivenUp() throws InterruptedException {
    List<Integer> looks = new ArrayList<>();
    Runnable look =
        () -> {
          looks.add(looks.size());
          if (looks.size() == 3) {
            answer.completeExceptionally(new TimeoutException("30000 ms has passed"));
          }
          throw new AwayException("it is away", new TimeoutException("no answer"));
        };
    assertThat(new AnswerWait(look, said::add, SLICE).outcome(answer))
        .isInstanceOf(SendOutcome.BrokerAway.class);
    assertThat(said).containsExactly(false, false, false);
  }

  @Test
  void brokerThatIsBackBeforeTheRowIsGivenUpIsSaidToBeThereAgain() throws InterruptedException {
    List<Integer> looks = new ArrayList<>();
    Runnable look =
        () -> {
          looks.add(looks.size());
          if (looks.size() < 3) {
            throw new AwayException("it is away", new TimeoutException("no answer"));
          }
          answer.complete(null);
        };
    assertThat(new AnswerWait(look, said::add, SLICE).outcome(answer))
        .isEqualTo(new SendOutcome.Acknowledged());
    assertThat(said).containsExactly(false, false, true, true);
  }
}
