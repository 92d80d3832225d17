package signpost.ingest.route;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import signpost.events.DecodedRecord;
import signpost.events.Envelope;
import signpost.events.EventCodec;
import signpost.events.Topics;
import signpost.events.WireRecord;

/** Reads everything that was published so far. */
final class Told implements AutoCloseable {
  private final KafkaConsumer<String, byte[]> consumer;
  private final String prefix;
  private final List<DecodedRecord> all = new ArrayList<>();

  Told(String bootstrap, String prefix) {
    this.prefix = prefix;
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  /** Everything so far, in the order of each partition. */
  List<DecodedRecord> all() {
    if (consumer.assignment().isEmpty()) {
      List<TopicPartition> partitions =
          Topics.ALL.stream()
              .flatMap(topic -> partitions(prefix + topic.name()).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    }
    consumer
        .endOffsets(consumer.assignment())
        .forEach((partition, end) -> {
          while (consumer.position(partition) < end) {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> all.add(decoded(record)));
          }
        });
    return List.copyOf(all);
  }

  /** A topic that was just made is without partitions for a moment. */
  private List<PartitionInfo> partitions(String topic) {
    return await().until(() -> consumer.partitionsFor(topic), known -> !known.isEmpty());
  }

  /** Events of one type. */
  <T> List<T> of(Class<T> type) {
    return all().stream()
        .filter(DecodedRecord.KnownEvent.class::isInstance)
        .map(DecodedRecord.KnownEvent.class::cast)
        .map(DecodedRecord.KnownEvent::envelope)
        .map(Envelope::event)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private DecodedRecord decoded(ConsumerRecord<String, byte[]> record) {
    String topic = record.topic().substring(prefix.length());
    if (record.value() == null) {
      return new DecodedRecord.RemovedKey(topic, record.key());
    }
    Map<String, String> headers =
        StreamSupport.stream(record.headers().spliterator(), false)
            .collect(
                Collectors.toMap(
                    header -> header.key(),
                    header -> new String(header.value(), StandardCharsets.UTF_8)));
    return EventCodec.decode(WireRecord.of(topic, record.key(), headers, record.value()));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
