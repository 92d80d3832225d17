package signpost.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import signpost.events.DecodedRecord;
import signpost.events.EventCodec;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.Topics;
import signpost.events.WireRecord;

/** What stands in a topic now, in the order of each partition. */
public final class TopicRecords {
  private TopicRecords() {}

  /** The records of a topic, whose name on the broker begins with a prefix. */
  public static List<WireRecord> in(String bootstrapServers, String prefix, String topic) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(prefix + topic).stream()
              .map(info -> new TopicPartition(prefix + topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      List<WireRecord> records = new ArrayList<>();
      consumer
          .endOffsets(partitions)
          .forEach((partition, end) -> {
            while (consumer.position(partition) < end) {
              consumer
                  .poll(Duration.ofMillis(100))
                  .forEach(record -> records.add(wire(topic, record)));
            }
          });
      return records;
    }
  }

  /** The values of a topic's records, but for those without one. */
  public static List<String> values(String bootstrapServers, String prefix, String topic) {
    return in(bootstrapServers, prefix, topic).stream()
        .flatMap(record -> record.value().stream())
        .map(value -> new String(value, UTF_8))
        .toList();
  }

  /** What was put aside. */
  public static List<RecordParked> parked(String bootstrapServers, String prefix) {
    return in(bootstrapServers, prefix, Topics.PARKED).stream()
        .map(record -> (DecodedRecord.KnownEvent) EventCodec.decode(record))
        .map(known -> known.envelope().event())
        .filter(RecordParked.class::isInstance)
        .map(RecordParked.class::cast)
        .toList();
  }

  private static WireRecord wire(String topic, ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    record.headers().forEach(it -> headers.put(it.key(), new String(it.value(), UTF_8)));
    return record.value() == null
        ? WireRecord.tombstone(topic, record.key(), headers)
        : WireRecord.of(topic, record.key(), headers, record.value());
  }
}
