package signpost.record.topic;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import signpost.record.AwayException;
import signpost.record.GrowingRest;

/**
 * The topics one connection to Kafka works with. An idle connection does not notice that its broker
 * went, and a busy one not that its topics were made anew; so this asks now and then.
 */
public final class TopicWatch implements AutoCloseable {
  private static final GrowingRest RESTS =
      new GrowingRest(Duration.ofSeconds(2), Duration.ofSeconds(3));

  /** With the rest of a loop that looks, a broker that went is said within ten seconds. */
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);

  private static final int PATIENCE_MILLIS = 7_000;
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private final KafkaConfig kafka;
  private final TopicSet topics;
  private final Collection<String> watched;
  private final Admin admin;
  private final TopicSet.DescribedTopics described;
  private final long connectedAt = System.nanoTime();
  private long lookedAt = connectedAt;

  /**
   * Creates what is missing and learns which topics there are.
   *
   * @param watched the contract's names of the topics that matter here
   * @throws AwayException if the broker does not answer or does not know a topic yet
   */
  public TopicWatch(KafkaConfig kafka, Collection<String> watched) {
    this.kafka = kafka;
    this.topics = new TopicSet(kafka);
    this.watched = List.copyOf(watched);
    this.admin = admin(kafka);
    try {
      topics.create(admin);
      this.described = topics.describe(admin, watched);
    } catch (KafkaException e) {
      close();
      throw kafka.away(e);
    }
  }

  private static Admin admin(KafkaConfig kafka) {
    try {
      return Admin.create(settings(kafka));
    } catch (KafkaException e) {
      throw kafka.away(e);
    }
  }

  private static Map<String, Object> settings(KafkaConfig kafka) {
    Map<String, Object> settings = new HashMap<>(kafka.client());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    return settings;
  }

  /** The topics as they were when the connection was made. */
  public TopicSet.DescribedTopics described() {
    return described;
  }

  /** The client that asks. */
  public Admin admin() {
    return admin;
  }

  /**
   * Asks every two seconds whether the topics are still there, and every three of a connection that
   * has held for a while.
   *
   * @throws AwayException if the broker does not answer, or has other topics of the same name or
   *     more partitions of them: a new connection has to be made
   */
  public void look() {
    Duration held = Duration.ofNanos(lookedAt - connectedAt);
    if (System.nanoTime() - lookedAt < RESTS.after(held).toNanos()) {
      return;
    }
    if (!now().equals(described)) {
      throw new AwayException(
          "The topics at " + kafka.bootstrapServers() + " were made anew or have other partitions",
          new KafkaException("other topics than when it was connected"));
    }
    lookedAt = System.nanoTime();
  }

  private TopicSet.DescribedTopics now() {
    try {
      return topics.describe(admin, watched, ANSWERED_WITHIN);
    } catch (KafkaException e) {
      throw kafka.away(e);
    }
  }

  @Override
  public void close() {
    admin.close(FAREWELL);
  }
}
