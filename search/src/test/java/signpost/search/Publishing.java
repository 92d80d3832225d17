package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import signpost.events.Envelope;
import signpost.events.Event;
import signpost.events.EventCodec;
import signpost.events.WireRecord;
import signpost.kit.SharedBroker;

/** Sends to the tests' broker what search reads there. */
final class Publishing {
  private Publishing() {}

  static void publish(String prefix, Event... events) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (Event event : events) {
      WireRecord message = EventCodec.encode(Envelope.of(event, "test", Instant.EPOCH, 1));
      ProducerRecord<String, byte[]> record =
          new ProducerRecord<>(
              prefix + message.topic(), message.key(), message.value().orElseThrow());
      message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
      records.add(record);
    }
    send(records);
  }

  static void send(List<ProducerRecord<String, byte[]>> records) {
    Map<String, Object> config = Map.of("bootstrap.servers", SharedBroker.bootstrapServers());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      for (ProducerRecord<String, byte[]> record : records) {
        Future<RecordMetadata> _ = producer.send(record);
      }
    }
  }
}
