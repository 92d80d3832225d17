package signpost.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A record as it goes over the wire: no Kafka type, so the contract needs no client. */
public final class WireRecord {
  private final String topic;
  private final String key;
  private final Map<String, String> headers;
  private final byte[] value;
  private final boolean tombstone;
  private final Optional<String> damage;

  private WireRecord(
      String topic,
      String key,
      Map<String, String> headers,
      byte[] value,
      boolean tombstone,
      Optional<String> damage) {
    this.topic = Objects.requireNonNull(topic, "topic");
    this.key = Objects.requireNonNull(key, "key");
    this.headers = Map.copyOf(headers);
    this.value = value;
    this.tombstone = tombstone;
    this.damage = damage;
  }

  /** A record with a value. */
  public static WireRecord of(String topic, String key, Map<String, String> headers, byte[] value) {
    return new WireRecord(topic, key, headers, value.clone(), false, Optional.empty());
  }

  /** A record without one: the key is gone. */
  public static WireRecord tombstone(String topic, String key) {
    return tombstone(topic, key, Map.of());
  }

  /** A record without one, with headers: the key is gone. */
  public static WireRecord tombstone(String topic, String key, Map<String, String> headers) {
    return new WireRecord(topic, key, headers, new byte[0], true, Optional.empty());
  }

  /** One or more records that nobody can read any more; the key says where they stood. */
  public static WireRecord damaged(String topic, String key, String why) {
    return new WireRecord(topic, key, Map.of(), new byte[0], false, Optional.of(why));
  }

  public String topic() {
    return topic;
  }

  public String key() {
    return key;
  }

  public Map<String, String> headers() {
    return headers;
  }

  /** The JSON in UTF-8; empty for a tombstone. */
  public Optional<byte[]> value() {
    return tombstone ? Optional.empty() : Optional.of(value.clone());
  }

  /** Why it cannot be read; empty for all that can. */
  public Optional<String> damage() {
    return damage;
  }

  /** How many bytes its key, its headers and its value take together. */
  public int bytes() {
    int size = key.getBytes(UTF_8).length + value.length;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      size += header.getKey().getBytes(UTF_8).length + header.getValue().getBytes(UTF_8).length;
    }
    return size;
  }

  @Override
  public String toString() {
    return topic
        + "["
        + key
        + "] "
        + headers
        + (tombstone ? " tombstone" : " " + value.length + " bytes");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WireRecord that
        && topic.equals(that.topic)
        && key.equals(that.key)
        && headers.equals(that.headers)
        && tombstone == that.tombstone
        && damage.equals(that.damage)
        && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(topic, key, headers, Arrays.hashCode(value));
  }
}
