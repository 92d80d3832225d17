package signpost.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import signpost.events.Envelope;
import signpost.events.EventCodec;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.Topics;
import signpost.events.WireRecord;
import signpost.kit.LogLines;
import signpost.kit.PostgresServer;
import signpost.kit.SharedBroker;
import signpost.record.LoopHealth;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.TopicSet;

/**
 * Records that nobody can read or no database keeps, and some that are gone before they are read.
 */
class BadRecordsIT extends OnRealParts {
  private static final int MEGABYTE = 1024 * 1024;
  private static final int MOST_PARKED = 256 * 1024;

  private final Map<String, Object> database = Map.of("signpost.jdbc.url", PostgresServer.empty());

  @Override
  Map<String, Object> database() {
    return database;
  }

  /** JSON and other bytes that are none of our events. */
  private static List<byte[]> wrongValues() {
    String event = new String(value(right()), UTF_8);
    return Stream.concat(
            Stream.of(
                    "",
                    "null",
                    "1",
                    "[]",
                    "{}",
                    "\"text\"",
                    "{",
                    "[".repeat(100_000),
                    "{\"target\":".repeat(5_000),
                    event.substring(0, event.length() / 2),
                    event.replaceFirst("\"target\":\"[^\"]*\"", "\"target\":[]"),
                    event.replaceFirst("\"target\":\"[^\"]*\"", "\"target\":null"),
                    event.replaceFirst("\"target\":\"[^\"]*\"", "\"target\":\"\\\\ud800\""),
                    event.replaceFirst("\"at\":\"[^\"]*\"", "\"at\":\"yesterday\""),
                    event.replaceFirst("\"tried\":\\[", "\"tried\":[null,"))
                .map(json -> json.getBytes(UTF_8)),
            Stream.of(new byte[] {0, 1, (byte) 0xff, (byte) 0xfe}))
        .toList();
  }

  private static WireRecord right() {
    return EventCodec.encode(
        Envelope.of(Given.breaks(TOOLKIT, Given.NOON), "signpost/ingest", Given.NOON, 1));
  }

  private static byte[] value(WireRecord record) {
    return record.value().orElseThrow();
  }

  @Test
  void valuesOfEveryWrongShapeAreParkedOnceAndTheNextIsHandled() {
    listed(TOOLKIT, LEAFLET);
    List<byte[]> wrong = wrongValues();
    try (LogLines log = new LogLines(LoopHealth.class)) {
      for (byte[] value : wrong) {
        notifier.send(WireRecord.of(Topics.LINKS, TOOLKIT, right().headers(), value));
      }
      whatIsBehindCounts();
      assertThat(log.lines()).as("nothing failed").isEmpty();
    }
    assertThat(notifier.parked())
        .extracting(it -> it.originalKey() + it.value())
        .containsExactlyElementsOf(wrong.stream().map(it -> TOOLKIT + beginning(it)).toList());
  }

  private static String beginning(byte[] value) {
    return Base64.getEncoder()
        .encodeToString(Arrays.copyOf(value, Math.min(value.length, MOST_PARKED)));
  }

  @Test
  void headersThatAreMissingOrSayNothingAreParkedAndUnknownTypesPassedOver() {
    listed(TOOLKIT, LEAFLET);
    List<WireRecord> wrong =
        List.of(
            without("ce_type"),
            without("ce_id"),
            without("ce_source"),
            without("ce_time"),
            without("ce_sequence"),
            with("ce_time", ""),
            with("ce_time", "2026-02-30T12:00:00Z"),
            with("ce_sequence", ""),
            with("ce_sequence", "0"),
            with("ce_sequence", "9".repeat(40)));
    wrong.forEach(notifier::send);
    notifier.send(with("ce_type", ""));
    notifier.send(with("ce_type", "signpost.link.transition.v2"));
    whatIsBehindCounts();
    assertThat(notifier.parked()).hasSameSizeAs(wrong);
  }

  private static WireRecord with(String header, String value) {
    Map<String, String> headers = new HashMap<>(right().headers());
    headers.put(header, value);
    return WireRecord.of(Topics.LINKS, TOOLKIT, headers, value(right()));
  }

  private static WireRecord without(String header) {
    Map<String, String> headers = new HashMap<>(right().headers());
    headers.remove(header);
    return WireRecord.of(Topics.LINKS, TOOLKIT, headers, value(right()));
  }

  @Test
  void largeRecordIsParkedByItsBeginningAndTheNextIsHandled() throws Exception {
    listed(TOOLKIT, LEAFLET);
    holdsMuch(Topics.LINKS);
    byte[] value = "[1,2,3]".repeat(5 * MEGABYTE / 7).getBytes(UTF_8);
    WireRecord large = WireRecord.of(Topics.LINKS, TOOLKIT, right().headers(), value);
    Awaitility.await().ignoreExceptions().until(() -> isTaken(large));
    whatIsBehindCounts();
    assertThat(notifier.parked())
        .singleElement()
        .extracting(RecordParked::value)
        .isEqualTo(beginning(value));
  }

  private boolean isTaken(WireRecord record) {
    notifier.send(record);
    return true;
  }

  private void holdsMuch(String topic) throws Exception {
    ConfigEntry most = new ConfigEntry("max.message.bytes", Integer.toString(8 * MEGABYTE));
    try (Admin admin = Admin.create(kafka().client())) {
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.TOPIC, prefix() + topic),
                  List.of(new AlterConfigOp(most, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  private KafkaConfig kafka() {
    return KafkaConfig.unsecured(SharedBroker.bootstrapServers(), prefix(), (short) 1);
  }

  @Test
  void keysThatAreEmptyLongOrFullOfNothingStopNothing() {
    listed(TOOLKIT, LEAFLET);
    notifier.send(WireRecord.tombstone(Topics.RESOURCES, ""));
    notifier.send(WireRecord.tombstone(Topics.RESOURCES, "a\u0000b"));
    notifier.send(WireRecord.tombstone(Topics.HEALTH, "\ud800"));
    notifier.send(
        EventCodec.tombstone(Topics.RESOURCES, "long" + randomLike(MEGABYTE), Given.NOON, 1));
    notifier.send(WireRecord.of(Topics.LINKS, "a\u0000b", Map.of(), "{".getBytes(UTF_8)));
    whatIsBehindCounts();
    assertThat(notifier.records(Topics.PARKED))
        .hasSize(3)
        .filteredOn(key -> key.equals("a\u2400b"))
        .hasSize(2);
  }

  @Test
  void timeThatNoDatabaseKeepsIsParked() {
    listed(TOOLKIT, LEAFLET);
    notifier.send(at(Instant.MAX, notifier.send(Given.resource(TOOLKIT))));
    whatIsBehindCounts();
    assertThat(notifier.records(Topics.PARKED)).containsExactly(TOOLKIT);
  }

  private static WireRecord at(Instant time, WireRecord record) {
    Map<String, String> headers = new HashMap<>(record.headers());
    headers.put("ce_time", time.toString());
    headers.put("ce_sequence", "100");
    return WireRecord.of(record.topic(), record.key(), headers, value(record));
  }

  @Test
  void textWithCharactersThatNoDatabaseKeepsStopsNothing() {
    listed(TOOLKIT, LEAFLET);
    WireRecord guide = notifier.send(Given.guide(TOOLKIT, LEAFLET));
    List<String> odd = List.of("\\u0000", "\\ud800", "\\udc00 x", "\\u202e", "\\uffff");
    for (int i = 0; i < odd.size(); i++) {
      String json = new String(value(guide), UTF_8);
      Map<String, String> headers = new HashMap<>(guide.headers());
      headers.put("ce_sequence", Integer.toString(100 + i));
      String titled = json.replace("\"title\":\"Snap", "\"title\":\"" + odd.get(i) + "Snap");
      assertThat(titled).isNotEqualTo(json);
      notifier.send(WireRecord.of(guide.topic(), guide.key(), headers, titled.getBytes(UTF_8)));
    }
    whatIsBehindCounts();
    assertThat(notifier.parked()).isEmpty();
  }

  @Test
  void recordsThatAreGoneBeforeTheyWereReadArePassedOver() throws Exception {
    listed(TOOLKIT, LEAFLET);
    notifier.stop();
    notifier.send(Given.breaks(TOOLKIT, Given.NOON));
    dropAllOf(Topics.LINKS);
    notifier.start();
    whatIsBehindCounts();
  }

  private void whatIsBehindCounts() {
    notifier.send(Given.breaks(LEAFLET, Given.NOON));
    notifier.settle();
    assertThat(subjects()).hasSize(2).last().asString().endsWith("no longer works");
  }

  /** What compresses well may fit into an index after all. */
  private static String randomLike(int length) {
    StringBuilder text = new StringBuilder(length);
    long state = 1;
    while (text.length() < length) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      text.append((char) ('a' + (int) (state >>> 60)));
    }
    return text.toString();
  }

  private void dropAllOf(String topic) throws Exception {
    try (Admin admin = Admin.create(kafka().client())) {
      Map<TopicPartition, Long> ends =
          TopicSet.offsets(
              admin,
              new TopicSet(kafka()).describe(admin, List.of(topic)).partitions(),
              OffsetSpec.latest());
      Map<TopicPartition, RecordsToDelete> gone =
          ends.entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, it -> RecordsToDelete.beforeOffset(it.getValue())));
      admin.deleteRecords(gone).all().get();
    }
  }
}
