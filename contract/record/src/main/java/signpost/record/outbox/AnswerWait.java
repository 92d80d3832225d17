package signpost.record.outbox;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import signpost.record.AwayException;

/**
 * Waits for what the broker says of a row. A row under way is given up only after its delivery
 * time-out; a broker that went is noticed long before, and said, and waited for all the same.
 */
final class AnswerWait {
  private final Runnable look;
  private final Consumer<Boolean> connected;
  private final Duration slice;

  /**
   * @param look throws {@link AwayException} if the broker does not answer
   * @param connected is told whether it did, each time it was looked
   * @param slice how long to wait between two looks
   */
  AnswerWait(Runnable look, Consumer<Boolean> connected, Duration slice) {
    this.look = look;
    this.connected = connected;
    this.slice = slice;
  }

  SendOutcome outcome(Future<RecordMetadata> answer) throws InterruptedException {
    while (true) {
      try {
        answer.get(slice.toMillis(), TimeUnit.MILLISECONDS);
        connected.accept(true);
        return new SendOutcome.Acknowledged();
      } catch (ExecutionException e) {
        return SendOutcome.of(e.getCause() == null ? e : e.getCause());
      } catch (TimeoutException _) {
        connected.accept(isThere());
      }
    }
  }

  private boolean isThere() {
    try {
      look.run();
      return true;
    } catch (AwayException _) {
      return false;
    }
  }
}
