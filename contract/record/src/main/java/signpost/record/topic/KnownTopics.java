package signpost.record.topic;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Kafka's ids of the topics that a database has dealt with: a topic of the same name and another id
 * is another topic.
 */
public final class KnownTopics {
  private KnownTopics() {}

  /** What was done with a topic. */
  public enum TopicUse {
    /** The outbox was sent to it. */
    SENT,
    /** It was read, up to the positions that are kept. */
    READ;

    private String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The ids by contract name. */
  public static Map<String, String> of(Handle handle, TopicUse use) {
    Map<String, String> ids = new HashMap<>();
    handle
        .select("SELECT topic, id FROM known_topic WHERE purpose = ?", use.wire())
        .map((row, _) -> Map.entry(row.getString("topic"), row.getString("id")))
        .forEach(topic -> ids.put(topic.getKey(), topic.getValue()));
    return ids;
  }

  public static void save(Handle handle, TopicUse use, Map<String, String> ids) {
    ids.forEach((topic, id) ->
        handle.execute(
            "INSERT INTO known_topic (purpose, topic, id) VALUES (?, ?, ?)"
                + " ON CONFLICT (purpose, topic) DO UPDATE SET id = excluded.id",
            use.wire(),
            topic,
            id));
  }
}
