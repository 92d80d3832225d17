package signpost.record.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.broker.EmbeddedBroker;
import signpost.record.AwayException;
import signpost.record.topic.KafkaConfig;

/** What stands damaged on a real broker's disk. Where a batch has what, Kafka's protocol says. */
class DamagedTopicIT {
  private static final int LENGTH = 8;
  private static final int MAGIC = 16;
  private static final int RECORDS = 70;

  /** More than the 4 KiB between two entries of the broker's index: each batch has one. */
  private static final int LARGE = 5_000;

  @TempDir static Path folder;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(folder, 0);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  private static KafkaConfig kafka() {
    return KafkaConfig.unsecured(broker.bootstrapServers(), "", (short) 1);
  }

  /** Three batches in the first partition of two, each of two values. */
  private static Path batches(String topic, int size) throws Exception {
    try (Admin admin = Admin.create(kafka().client());
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "linger.ms", 60_000),
                new StringSerializer(),
                new StringSerializer())) {
      admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
      for (int batch = 0; batch < 3; batch++) {
        for (int number = 0; number < 2; number++) {
          String value = batch + "" + number + "x".repeat(size);
          var _ = producer.send(new ProducerRecord<>(topic, 0, "k", value));
        }
        producer.flush();
      }
      var _ = producer.send(new ProducerRecord<>(topic, 1, "k", "other"));
      producer.flush();
    }
    return folder.resolve("logs").resolve(topic + "-0").resolve("00000000000000000000.log");
  }

  /** Writes into the second batch of three that are as long as each other. */
  private static void damage(Path segment, int at, int... bytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
      file.seek(file.length() / 3 + at);
      for (int one : bytes) {
        file.write(one);
      }
    }
  }

  /** Reads until the position is at the end of both partitions. */
  private static List<ReadRecord> read(String topic) {
    List<TopicPartition> both = List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "none"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(both);
      consumer.seekToBeginning(both);
      Map<TopicPartition, Long> ends = consumer.endOffsets(both);
      TopicPoll poll = new TopicPoll(consumer, kafka(), 3);
      List<ReadRecord> read = new ArrayList<>();
      while (both.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
        read.addAll(poll.next());
      }
      return read;
    }
  }

  private static List<String> values(List<ReadRecord> read, int partition) {
    return read.stream()
        .filter(record -> record.partition().partition() == partition)
        .map(record ->
            record
                .message()
                .damage()
                .map(_ -> record.message().key())
                .orElseGet(() -> new String(record.message().value().orElseThrow(), UTF_8)))
        .map(value -> value.replace("x", ""))
        .toList();
  }

  private static void passesOverTheSecondBatch(String topic) {
    List<ReadRecord> read = read(topic);
    assertThat(values(read, 0))
        .containsExactly("00", "01", "partition 0, offsets 2 to 3", "20", "21");
    assertThat(values(read, 1)).containsExactly("other");
    assertThat(read)
        .filteredOn(record -> record.message().damage().isPresent())
        .singleElement()
        .satisfies(record -> {
          assertThat(record.next()).isEqualTo(4);
          assertThat(record.message().topic()).isEqualTo(topic);
        });
  }

  @Test
  void batchWithOtherBytesIsPassedOverAndSaidOnce() throws Exception {
    damage(batches("bytes", 10), RECORDS, 0x55, 0x55);
    passesOverTheSecondBatch("bytes");
  }

  @Test
  void batchOfNoKnownKindIsPassedOverAndSaidOnce() throws Exception {
    damage(batches("kind", 10), MAGIC, 77);
    passesOverTheSecondBatch("kind");
  }

  @Test
  void batchOfZeroesAsAPowerCutLeavesThemIsPassedOverUpToWhatTheBrokersIndexKnows()
      throws Exception {
    damage(batches("zeroes", LARGE), 0, new int[2 * LARGE]);
    assertThat(values(read("zeroes"), 0))
        .containsExactly("00", "01", "partition 0, offsets 2 to 4", "21");
  }

  @Test
  void whatTheBrokerCannotFindBehindDamageIsSaidWithIt() throws Exception {
    damage(batches("lost", 10), LENGTH, 0, 0, 0, 1);
    assertThat(values(read("lost"), 0)).containsExactly("00", "01", "partition 0, offsets 2 to 5");
  }

  @Test
  void brokerThatGivesNothingThoughItHasRecordsIsNotTakenForOneThatHasNone() throws Exception {
    damage(batches("silent", 10), LENGTH, 0x7f, 0xff, 0xff, 0x00);
    assertThatThrownBy(() -> read("silent"))
        .isInstanceOf(AwayException.class)
        .hasMessageContaining("has records of silent-0 from offset 2 to 5 and gives none");
  }
}
