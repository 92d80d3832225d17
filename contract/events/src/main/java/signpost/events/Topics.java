package signpost.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The topics and how each is kept. Partition count is fixed at creation. */
public final class Topics {
  public static final String RESOURCES = "signpost.resources";
  public static final String PAGES = "signpost.pages";
  public static final String HEALTH = "signpost.health";
  public static final String LINKS = "signpost.links";
  public static final String CHANGES = "signpost.changes";
  public static final String FINDINGS = "signpost.findings";
  public static final String PARKED = "signpost.parked";

  public static final int PARTITIONS = 6;

  /** How large a record may be on its way, in bytes: key, value, headers and Kafka's own frame. */
  public static final int MOST_BYTES = 4 * 1024 * 1024;

  /**
   * Kafka's name for how long a compacted topic says that a key was taken away. A reader that was
   * stopped for longer would never hear of it, and keep the key for ever.
   */
  public static final String TOMBSTONES_KEPT = "delete.retention.ms";

  /** How long a reader may be stopped and still learn all that happened. */
  public static final Duration HISTORY = Duration.ofDays(400);

  private static final String MOST = Integer.toString(MOST_BYTES);

  /** Every topic, in the table's order. */
  public static final List<Topic> ALL =
      List.of(
          compacted(RESOURCES),
          compacted(PAGES),
          compacted(HEALTH),
          kept(LINKS, HISTORY),
          kept(CHANGES, HISTORY),
          compacted(FINDINGS),
          kept(PARKED, Duration.ofDays(90)));

  private Topics() {}

  /** Whether a topic keeps the last record of each key, and so the state of it. */
  public static boolean isCompacted(String topic) {
    return ALL.stream()
        .anyMatch(
            it -> it.name().equals(topic) && "compact".equals(it.config().get("cleanup.policy")));
  }

  /** A topic and its configuration in Kafka's own words. */
  public record Topic(String name, int partitions, Map<String, String> config) {
    public Topic {
      config = Map.copyOf(config);
    }
  }

  private static Topic compacted(String name) {
    return new Topic(
        name,
        PARTITIONS,
        Map.of(
            "cleanup.policy",
            "compact",
            TOMBSTONES_KEPT,
            Long.toString(HISTORY.toMillis()),
            "max.message.bytes",
            MOST));
  }

  private static Topic kept(String name, Duration time) {
    return new Topic(
        name,
        PARTITIONS,
        Map.of(
            "cleanup.policy",
            "delete",
            "retention.ms",
            Long.toString(time.toMillis()),
            "max.message.bytes",
            MOST));
  }
}
