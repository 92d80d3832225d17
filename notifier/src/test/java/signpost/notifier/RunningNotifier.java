package signpost.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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
import org.awaitility.Awaitility;
import signpost.events.Envelope;
import signpost.events.Event;
import signpost.events.EventCodec;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.Topics;
import signpost.events.WireRecord;
import signpost.http.ModuleSettings;
import signpost.kit.SharedBroker;
import signpost.kit.TopicRecords;
import signpost.notifier.backlog.NotifierBacklog;
import signpost.record.meter.Figure;
import signpost.record.meter.FigureSource;
import signpost.record.meter.SignpostMeter;

/** The whole module on real parts, with a clock that tests move. */
final class RunningNotifier implements AutoCloseable {
  static final String BROKERS = "signpost.kafka.bootstrap-servers";

  private static final int MOST_SENT = 16 * 1024 * 1024;

  private final Map<String, Object> settings = new HashMap<>();
  private final Map<String, Long> sequences = new HashMap<>();
  private final KafkaProducer<String, byte[]> producer;
  private final String brokers;
  private final String prefix;
  private final Path data;
  private volatile Instant now = Given.NOON;
  private ApplicationContext context;

  RunningNotifier(String prefix, Path folder, Map<String, Object> more) {
    Object named = more.get(BROKERS);
    if (named == null) {
      SharedBroker.topics(prefix);
    }
    this.brokers = named == null ? SharedBroker.bootstrapServers() : named.toString();
    this.prefix = prefix;
    this.data = folder.resolve("notifier");
    settings.put("micronaut.server.port", -1);
    settings.put("signpost.module", "notifier");
    settings.put("signpost.clock", "external");
    settings.put("signpost.data", folder.resolve("notifier").toString());
    settings.put("signpost.catalogue", folder.resolve("catalogue").toString());
    settings.put(BROKERS, brokers);
    settings.put("signpost.kafka.topic-prefix", prefix);
    settings.put("signpost.shadow-days", 0);
    settings.put("signpost.debounce", "0s");
    settings.put("signpost.first-report-settling", "0s");
    settings.put("signpost.catalogue-settling", "1h");
    settings.put("signpost.tick", "20ms");
    settings.putAll(more);
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers, "max.request.size", MOST_SENT),
            new StringSerializer(),
            new ByteArraySerializer());
    this.context = started();
  }

  private ApplicationContext started() {
    ApplicationContext started =
        ApplicationContext.builder()
            .overrideConfigLocations(ModuleSettings.of("notifier"))
            .deduceEnvironment(false)
            .properties(settings)
            .build();
    InstantSource clock = () -> now;
    started.registerSingleton(InstantSource.class, clock, Qualifiers.byName("clock"));
    started.start();
    started.getBean(EmbeddedServer.class).start();
    return started;
  }

  void restart() {
    stop();
    start();
  }

  void stop() {
    context.close();
  }

  void start() {
    context = started();
  }

  /** Changes the SQLite database of a notifier that is stopped, as a crash would have left it. */
  void execute(String sql) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("notifier.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The latest finding about an address as the topic tells it. */
  String finding(String subject) {
    return read(Topics.FINDINGS).stream()
        .sorted(Comparator.comparingLong(ConsumerRecord::timestamp))
        .map(record -> new String(record.value(), UTF_8))
        .filter(value -> value.contains("\"subject\":\"" + subject + "\""))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  /** How a gauge without labels stands now; nothing where the notifier does not tell it. */
  OptionalDouble figure(SignpostMeter meter) {
    return context.getBeansOfType(FigureSource.class).stream()
        .flatMap(RunningNotifier::figures)
        .filter(it -> it.meter() == meter)
        .mapToDouble(Figure::value)
        .findFirst();
  }

  private static Stream<Figure> figures(FigureSource source) {
    try {
      return source.figures().stream();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  String url() {
    return context.getBean(EmbeddedServer.class).getURL().toString();
  }

  void now(Instant instant) {
    now = instant;
  }

  Instant now() {
    return now;
  }

  /** Sends an event as ingest would: the next of its key. */
  WireRecord send(Event event) {
    WireRecord message = next(event);
    send(message);
    return message;
  }

  /** Sends all of them as a burst, which is read in few polls. */
  void sendAll(Stream<? extends Event> events) {
    List<Future<RecordMetadata>> sent =
        events.map(event -> producer.send(record(next(event), Optional.empty()))).toList();
    sent.forEach(RunningNotifier::await);
  }

  private WireRecord next(Event event) {
    long sequence = sequences.merge(event.topic() + event.key(), 1L, Long::sum);
    return EventCodec.encode(Envelope.of(event, "signpost/ingest", now, sequence));
  }

  /** Takes a key away as ingest would. */
  void remove(String topic, String key) {
    send(EventCodec.tombstone(topic, key, now, sequences.merge(topic + key, 1L, Long::sum)));
  }

  void send(WireRecord message) {
    send(message, Optional.empty());
  }

  /** Sends to a partition, or to that of its key. */
  void send(WireRecord message, Optional<Integer> partition) {
    await(producer.send(record(message, partition)));
  }

  private ProducerRecord<String, byte[]> record(WireRecord message, Optional<Integer> partition) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            prefix + message.topic(),
            partition.orElse(null),
            message.key(),
            message.value().orElse(null));
    message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return record;
  }

  private static void await(Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The keys of what stands in a topic. */
  List<String> records(String topic) {
    return read(topic).stream().map(ConsumerRecord::key).toList();
  }

  /** What was put aside. */
  List<RecordParked> parked() {
    return TopicRecords.parked(brokers, prefix);
  }

  private List<ConsumerRecord<String, byte[]>> read(String topic) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", brokers, "auto.offset.reset", "earliest");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(prefix + topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  /** Returns when everything that can be done now is done. */
  void settle() {
    NotifierBacklog backlog = bean(NotifierBacklog.class);
    Awaitility.await()
        .pollInterval(Duration.ofMillis(20))
        .until(() -> backlog.lag() == 0 && backlog.undelivered() == 0);
  }

  @Override
  public void close() {
    context.close();
    producer.close();
  }
}
