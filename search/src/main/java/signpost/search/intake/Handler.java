package signpost.search.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.Decoded;
import signpost.events.EventCodec;
import signpost.events.Message;
import signpost.search.index.PageIndex;

/** What becomes of one record: into the index, counted, or parked. */
final class Handler {
  private static final Logger log = LoggerFactory.getLogger(Handler.class);

  private final PageIndex index;
  private final TopicSet topics;
  private final ParkingPlace parking;
  private final IntakeCounts counts;

  Handler(PageIndex index, TopicSet topics, ParkingPlace parking, IntakeCounts counts) {
    this.index = index;
    this.topics = topics;
    this.parking = parking;
    this.counts = counts;
  }

  void handle(ConsumerRecord<String, byte[]> record) throws IOException {
    switch (EventCodec.decode(message(record))) {
      case Decoded.Known(var envelope) -> {
        try {
          index.put(envelope);
          counts.handled();
        } catch (IllegalArgumentException e) {
          park(record, "the index refuses it: " + e.getMessage());
        }
      }
      case Decoded.Removed(var topic, var key) -> {
        index.remove(topic, key);
        counts.handled();
      }
      case Decoded.UnknownType(var type) -> {
        log.debug("Skipped a record of the unknown type {}", type);
        counts.unknownType();
      }
      case Decoded.Malformed(var reason) -> park(record, reason);
    }
  }

  private void park(ConsumerRecord<String, byte[]> record, String reason) {
    log.warn("Parked {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), reason);
    parking.park(topics.bare(record.topic()), record, reason);
    counts.parked();
  }

  private Message message(ConsumerRecord<String, byte[]> record) {
    String topic = topics.bare(record.topic());
    String key = record.key() == null ? "" : record.key();
    if (record.value() == null) {
      return Message.tombstone(topic, key);
    }
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      if (header.value() != null) {
        headers.put(header.key(), new String(header.value(), UTF_8));
      }
    }
    return Message.of(topic, key, headers, record.value());
  }
}
