package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.broker.SharedBroker;
import signpost.events.Envelope;
import signpost.events.Event;
import signpost.events.EventCodec;
import signpost.events.Message;
import signpost.events.Topics;
import signpost.search.intake.Intake;
import signpost.search.intake.IntakeState;

/** From a real broker to the API, through restarts and damage. */
final class IntakeIT {

  private static RunningSearch start(Path data, String prefix) {
    return RunningSearch.start(data, SharedBroker.bootstrapServers(), prefix, Map.of());
  }

  private static void awaitRunning(RunningSearch search) {
    await().until(() -> search.bean(Intake.class).state() instanceof IntakeState.Running);
  }

  private static void awaitNoLag(RunningSearch search) {
    await().until(() -> search.bean(SearchBacklog.class).lag() == 0);
  }

  private static void publish(String prefix, Event... events) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (Event event : events) {
      Message message = EventCodec.encode(Envelope.of(event, "test", Instant.EPOCH, 1));
      ProducerRecord<String, byte[]> record =
          new ProducerRecord<>(
              prefix + message.topic(), message.key(), message.value().orElseThrow());
      message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
      records.add(record);
    }
    send(records);
  }

  private static void send(List<ProducerRecord<String, byte[]>> records) {
    Map<String, Object> config = Map.of("bootstrap.servers", SharedBroker.bootstrapServers());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      for (ProducerRecord<String, byte[]> record : records) {
        Future<RecordMetadata> _ = producer.send(record);
      }
    }
  }

  private static String found(RunningSearch search, String words) throws Exception {
    return search.get("/api/search?q=" + words).body();
  }

  @Test
  void eventIsSearchableAndIndexCarriesOnAfterARestart(@TempDir Path data) throws Exception {
    String prefix = "carries-on.";
    try (RunningSearch search = start(data, prefix)) {
      awaitRunning(search);
      publish(prefix, Samples.page("https://a.example/1", "Trauma one", "", "x"));
      awaitNoLag(search);
      assertThat(found(search, "trauma")).contains("\"total\":1");
    }
    publish(
        prefix,
        Samples.page("https://a.example/2", "Trauma two", "", "x"),
        Samples.placed("https://a.example/1", "Wales", "Section", "Words of the curator"));
    try (RunningSearch search = start(data, prefix)) {
      awaitRunning(search);
      awaitNoLag(search);
      assertThat(found(search, "trauma")).contains("\"total\":2");
      assertThat(found(search, "curator")).contains("Trauma one");
      assertThat(search.get("/prometheus").body())
          .contains("signpost_search_records_total{outcome=\"handled\"} 2.0");
    }
  }

  @Test
  void tombstoneTakesAPageAway(@TempDir Path data) throws Exception {
    String prefix = "tombstone.";
    try (RunningSearch search = start(data, prefix)) {
      awaitRunning(search);
      publish(prefix, Samples.page("https://a.example/1", "Trauma one", "", "x"));
      awaitNoLag(search);
      send(List.of(new ProducerRecord<>(prefix + Topics.PAGES, "https://a.example/1", null)));
      awaitNoLag(search);
      assertThat(found(search, "trauma")).contains("\"total\":0");
    }
  }

  @Test
  void malformedRecordIsParkedAndTheNextOneHandled(@TempDir Path data) throws Exception {
    String prefix = "malformed.";
    try (RunningSearch search = start(data, prefix)) {
      awaitRunning(search);
      send(List.of(new ProducerRecord<>(prefix + Topics.PAGES, 0, "k", "{".getBytes(UTF_8))));
      ProducerRecord<String, byte[]> unknown =
          new ProducerRecord<>(prefix + Topics.PAGES, 0, "k", "{}".getBytes(UTF_8));
      unknown.headers().add("ce_type", "signpost.page.sung.v9".getBytes(UTF_8));
      send(List.of(unknown));
      publish(prefix, Samples.page("https://a.example/1", "Trauma one", "", "x"));
      awaitNoLag(search);

      assertThat(found(search, "trauma")).contains("\"total\":1");
      assertThat(parked(prefix)).singleElement().asString().contains("ce_type is missing");
      assertThat(search.get("/prometheus").body())
          .contains("signpost_search_records_total{outcome=\"unknown-type\"} 1.0")
          .contains("signpost_search_records_total{outcome=\"parked\"} 1.0");
    }
  }

  private static List<String> parked(String prefix) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", SharedBroker.bootstrapServers(), "auto.offset.reset", "none");
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          consumer.partitionsFor(prefix + Topics.PARKED).stream()
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      await()
          .until(() -> {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
              values.add(new String(record.value(), UTF_8));
            }
            return !values.isEmpty();
          });
    }
    return values;
  }

  @Test
  void damagedIndexIsBuiltAnew(@TempDir Path data) throws Exception {
    String prefix = "damaged.";
    try (RunningSearch search = start(data, prefix)) {
      awaitRunning(search);
      publish(prefix, Samples.page("https://a.example/1", "Trauma one", "", "x"));
      awaitNoLag(search);
    }
    damage(data.resolve("index"));
    try (RunningSearch search = start(data, prefix)) {
      awaitRunning(search);
      awaitNoLag(search);
      assertThat(found(search, "trauma")).contains("\"total\":1");
    }
  }

  @Test
  void indexDamagedWhileItRunsIsBuiltAnew(@TempDir Path data) throws Exception {
    String prefix = "damaged-alive.";
    try (RunningSearch search = start(data, prefix)) {
      awaitRunning(search);
      for (int i = 0; i < 30; i++) {
        Random random = new Random(i);
        String words =
            "trauma "
                + IntStream.range(0, 300)
                    .mapToObj(_ -> "word" + Integer.toString(random.nextInt(90_000), 36))
                    .collect(Collectors.joining(" "));
        publish(prefix, Samples.page("https://a.example/" + i, "Trauma " + i, "", words));
      }
      awaitNoLag(search);
      overwriteAmid(data.resolve("index/g1"));
      await()
          .until(() -> {
            search.get("/api/search?q=trauma");
            for (int i = 0; i < 30; i++) {
              search.get("/api/resources?url=https://a.example/" + i);
            }
            return Files.exists(data.resolve("index/g2"))
                && !Files.exists(data.resolve("index/g1"));
          });
      awaitNoLag(search);
      assertThat(found(search, "trauma")).contains("\"total\":30");
    }
  }

  /** Half of each file of some size becomes something else. */
  private static void overwriteAmid(Path generation) throws IOException {
    try (Stream<Path> files = Files.list(generation)) {
      for (Path file : files.filter(it -> it.toFile().length() > 2_000).toList()) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
          byte[] rubbish = new byte[(int) bytes.length() / 2];
          new Random(7).nextBytes(rubbish);
          bytes.seek(bytes.length() / 4);
          bytes.write(rubbish);
        }
      }
    }
  }

  /** Cuts every file of the index short and leaves the mark of a process that was killed. */
  private static void damage(Path index) throws IOException {
    Path generation = index.resolve("g1");
    try (Stream<Path> files = Files.list(generation)) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
      }
    }
    Files.writeString(generation.resolve("at-work"), "");
  }

  @Test
  void topicsMadeAnewMakeTheIndexBuiltAnew(@TempDir Path data) throws Exception {
    try (RunningSearch search = start(data, "old-topics.")) {
      awaitRunning(search);
      publish("old-topics.", Samples.page("https://a.example/1", "Trauma old", "", "x"));
      awaitNoLag(search);
    }
    try (RunningSearch search = start(data, "new-topics.")) {
      awaitRunning(search);
      publish("new-topics.", Samples.page("https://a.example/2", "Trauma new", "", "x"));
      awaitNoLag(search);
      assertThat(found(search, "trauma")).contains("Trauma new").doesNotContain("Trauma old");
    }
  }

  @Test
  void withoutKafkaItIsNotReadyAndPagesServe(@TempDir Path data) throws Exception {
    try (RunningSearch search = RunningSearch.withoutBroker(data)) {
      assertThat(search.get("/health/readiness").statusCode()).isEqualTo(503);
      assertThat(search.get("/health/liveness").statusCode()).isEqualTo(200);
      assertThat(search.get("/").statusCode()).isEqualTo(200);
      assertThat(search.get("/api/search?q=trauma").statusCode()).isEqualTo(200);
      assertThat(search.bean(SearchBacklog.class).lag()).isPositive();
    }
  }
}
