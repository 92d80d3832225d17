package signpost.record.topic;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * A client that asks of topics, for whoever asks now and then. It is made at the first question and
 * kept until one fails: the next one connects anew, with what the files say then of how.
 */
public final class KeptAdmin implements AutoCloseable {
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private final KafkaConfig kafka;
  private @Nullable Admin admin;
  private boolean closed;

  public KeptAdmin(KafkaConfig kafka) {
    this.kafka = kafka;
  }

  /**
   * The client; who has it asks with a patience of its own.
   *
   * @throws KafkaException if it cannot be made
   * @throws signpost.record.AwayException if a file by which it is secured cannot be used now
   * @throws IllegalStateException after the end
   */
  public synchronized Admin client() {
    if (closed) {
      throw new IllegalStateException("nothing is asked of Kafka any more");
    }
    Admin here = admin == null ? Admin.create(kafka.client()) : admin;
    admin = here;
    return here;
  }

  /** A question failed. Others that are under way fail, too. */
  public synchronized void forget() {
    Admin here = admin;
    admin = null;
    if (here != null) {
      here.close(FAREWELL);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    forget();
  }
}
