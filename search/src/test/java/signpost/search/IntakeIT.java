package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.EventCodec;
import signpost.events.PageEvent.PageRead;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.Topics;
import signpost.events.WireRecord;
import signpost.kit.SharedBroker;
import signpost.kit.TopicRecords;
import signpost.record.intake.ParkedTally;
import signpost.search.index.IndexFields;
import signpost.search.index.PageIndex;
import signpost.search.intake.IntakeState;
import signpost.search.intake.SearchIntake;

/** From a real broker to the API, through restarts and damage. */
final class IntakeIT {

  private static RunningSearch start(Path data, String prefix) {
    SharedBroker.topics(prefix);
    return RunningSearch.start(data, SharedBroker.bootstrapServers(), prefix, Map.of());
  }

  private static void awaitRunning(RunningSearch search) {
    await()
        .until(() -> search.bean(SearchIntake.class).state() instanceof IntakeState.IntakeRunning);
  }

  private static void awaitNoLag(RunningSearch search) {
    await().until(() -> search.bean(SearchBacklog.class).lag() == 0);
  }

  private static String records(String outcome, String topic, int number) {
    return "signpost_records_total{outcome=\"%s\",part=\"search\",topic=\"%s\"} %d.0"
        .formatted(outcome, topic, number);
  }

  private static String found(RunningSearch search, String words) throws Exception {
    return search.get("/api/search?q=" + words).body();
  }

  @Test
  void eventIsSearchableAndIndexCarriesOnAfterARestart(@TempDir Path data) throws Exception {
    String prefix = "carries-on.";
    try (RunningSearch search = start(data, prefix)) {
      awaitRunning(search);
      Publishing.publish(prefix, Samples.page("https://a.example/1", "Trauma one", "", "x"));
      awaitNoLag(search);
      assertThat(found(search, "trauma")).contains("\"total\":1");
    }
    Publishing.publish(
        prefix,
        Samples.page("https://a.example/2", "Trauma two", "", "x"),
        Samples.placed("https://a.example/1", "Wales", "Section", "Words of the curator"));
    try (RunningSearch search = start(data, prefix)) {
      awaitRunning(search);
      awaitNoLag(search);
      assertThat(found(search, "trauma")).contains("\"total\":2");
      assertThat(found(search, "curator")).contains("Trauma one");
      assertThat(search.get("/prometheus").body())
          .contains(
              records("handled", "signpost.pages", 1), records("handled", "signpost.resources", 1));
    }
  }

  @Test
  void tombstoneTakesAPageAway(@TempDir Path data) throws Exception {
    String prefix = "tombstone.";
    try (RunningSearch search = start(data, prefix)) {
      awaitRunning(search);
      Publishing.publish(prefix, Samples.page("https://a.example/1", "Trauma one", "", "x"));
      awaitNoLag(search);
      Publishing.send(
          List.of(new ProducerRecord<>(prefix + Topics.PAGES, "https://a.example/1", null)));
      awaitNoLag(search);
      assertThat(found(search, "trauma")).contains("\"total\":0");
    }
  }

  @Test
  void malformedRecordIsParkedAndTheNextOneHandled(@TempDir Path data) throws Exception {
    String prefix = "malformed.";
    try (RunningSearch search = start(data, prefix)) {
      awaitRunning(search);
      Publishing.send(
          List.of(new ProducerRecord<>(prefix + Topics.PAGES, 0, "k", "{".getBytes(UTF_8))));
      ProducerRecord<String, byte[]> unknown =
          new ProducerRecord<>(prefix + Topics.PAGES, 0, "k", "{}".getBytes(UTF_8));
      unknown.headers().add("ce_type", "signpost.page.sung.v9".getBytes(UTF_8));
      Publishing.send(List.of(unknown));
      Publishing.publish(prefix, Samples.page("https://a.example/1", "Trauma one", "", "x"));
      awaitNoLag(search);

      assertThat(found(search, "trauma")).contains("\"total\":1");
      assertThat(parked(prefix)).singleElement().asString().contains("ce_type is missing");
      assertThat(search.get("/prometheus").body())
          .contains(records("unknown", "signpost.pages", 1), records("parked", "signpost.pages", 1))
          .contains("signpost_parked_total{part=\"search\"} 1.0")
          .as("search has no outbox")
          .doesNotContain("signpost_outbox");
    }
  }

  /** The index is one that another version laid out, and is then made anew by an upgrade. */
  @Test
  void recordPutAsideIsTriedAgainByAPress(@TempDir Path data) throws Exception {
    String prefix = "tried-again.";
    try (RunningSearch search = start(data, prefix)) {
      awaitRunning(search);
      Publishing.send(
          List.of(new ProducerRecord<>(prefix + Topics.PAGES, 0, "k", "{".getBytes(UTF_8))));
      awaitNoLag(search);
      await().until(() -> isCommitted(data.resolve("index/g1")));
    }
    layOutOtherwise(data.resolve("index/g1"));
    try (RunningSearch search = start(data, prefix)) {
      awaitRunning(search);
      Publishing.publish(prefix, Samples.page("https://a.example/1", "Trauma one", "", "x"));
      awaitNoLag(search);
      assertThat(found(search, "trauma")).contains("\"total\":0");
      assertThat(search.get("/parked").body())
          .contains("the index refuses it", "the header ce_type is missing", "Try again")
          .doesNotContain("Handled");
      String refused = place(prefix, "https://a.example/1");
      assertThat(replay(search, refused)).startsWith("/parked?did=refused&why=");
      assertThat(replay(search, "0|99")).isEqualTo("/parked?did=unknown");

      search.bean(PageIndex.class).restart();
      assertThat(replay(search, refused)).isEqualTo("/parked?did=done");
      awaitNoLag(search);
      assertThat(found(search, "trauma")).contains("\"total\":1");
      assertThat(search.get("/parked").body()).contains("Handled", "Try again");
      assertThat(replay(search, refused)).as("once").isEqualTo("/parked?did=overtaken");

      ParkedTally tally = search.bean(ParkedTally.class);
      assertThat(tally.waiting()).containsOnly(Map.entry("search", 1L));
      Publishing.publish(prefix, toldAsWaiting("https://a.example/1", refused));
      assertThat(tally.waiting())
          .as("as when search dies once the index has it and before it is told")
          .containsOnly(Map.entry("search", 2L));
      assertThat(replay(search, refused)).isEqualTo("/parked?did=done");
      assertThat(found(search, "trauma")).as("once all the same").contains("\"total\":1");
      assertThat(tally.waiting()).containsOnly(Map.entry("search", 1L));
      String named = "name=" + place(prefix, "k").replace("|", "%7C");
      assertThat(press(search, "dismiss", named + "&aside=0%7C999999"))
          .as("put aside anew since the page was opened")
          .isEqualTo("/parked?did=unknown");
      assertThat(press(search, "dismiss", named + "&aside=" + shownAside(search)))
          .isEqualTo("/parked?did=dismissed");
      assertThat(tally.waiting()).isEmpty();
      assertThat(search.get("/parked").body()).contains("Dismissed ").doesNotContain(">Dismiss<");
    }
  }

  @Test
  void allThatWereParkedForOneReasonAreDismissedByOnePressAndNoneOfAnother(@TempDir Path data)
      throws Exception {
    String prefix = "all-of-one.";
    try (RunningSearch search = start(data, prefix)) {
      awaitRunning(search);
      Publishing.send(
          IntStream.range(0, 120)
              .mapToObj(
                  i -> new ProducerRecord<>(prefix + Topics.PAGES, "k" + i, "{".getBytes(UTF_8)))
              .toList());
      Publishing.send(List.of(withoutAnId(prefix)));
      awaitNoLag(search);
      ParkedTally tally = search.bean(ParkedTally.class);
      await().until(() -> tally.waiting().equals(Map.of("search", 121L)));

      String first = search.get("/parked").body();
      assertThat(first).contains("121 records, the oldest first", "Dismiss all 120 records");
      assertThat(Pattern.compile(">Dismiss<").matcher(first).results()).hasSize(50);
      String next = search.get(value(first, "href=\"(/parked\\?after=[^\"]+)\"")).body();
      assertThat(Pattern.compile(">Dismiss<").matcher(next).results()).hasSize(50);

      String group = "group=" + value(first, "name=\"group\" value=\"([^\"]+)\"");
      assertThat(press(search, "dismiss-all", group + "&seen=0%7C0"))
          .as("put aside since the page was opened")
          .isEqualTo("/parked?did=unknown");
      String seen = "&seen=" + value(first, "name=\"seen\" value=\"([^\"]+)\"").replace("|", "%7C");
      assertThat(press(search, "dismiss-all", group + seen))
          .isEqualTo("/parked?did=all-dismissed&why=120");
      assertThat(tally.waiting()).containsOnly(Map.entry("search", 1L));
      assertThat(press(search, "dismiss-all", group + seen))
          .as("a second press")
          .isEqualTo("/parked?did=unknown");
      assertThat(search.get("/audit").body())
          .contains("dismiss all records that were put aside for one reason", "reason 120");
    }
  }

  private static RecordParked toldAsWaiting(String key, String place) {
    return RecordParked.of(
        WireRecord.tombstone(Topics.PAGES, key),
        Optional.of(place),
        "the index refuses it",
        "search",
        Instant.now());
  }

  /** A record that is put aside for another reason than those without a type. */
  private static ProducerRecord<String, byte[]> withoutAnId(String prefix) {
    ProducerRecord<String, byte[]> odd =
        new ProducerRecord<>(prefix + Topics.PAGES, "odd", "{".getBytes(UTF_8));
    odd.headers().add("ce_type", EventCodec.typeOf(PageRead.class).getBytes(UTF_8));
    return odd;
  }

  private static String value(String page, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  /** A field of pages is of another kind there, which Lucene refuses to mix. */
  private static void layOutOtherwise(Path generation) throws IOException {
    try (Directory directory = FSDirectory.open(generation);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      Document document = new Document();
      document.add(new NumericDocValuesField(IndexFields.HOST, 1));
      writer.addDocument(document);
      writer.setLiveCommitData(writer.getLiveCommitData());
      writer.commit();
    }
  }

  private static String replay(RunningSearch search, String place) throws Exception {
    String aside =
        search.bean(ParkedTally.class).page(Optional.empty(), 500).all().stream()
            .filter(it -> it.name().equals(place))
            .findFirst()
            .map(it -> it.aside().text())
            .orElse("0|0");
    return press(search, "replay", ("place=" + place + "&aside=" + aside).replace("|", "%7C"));
  }

  /** Where the event stands that put aside what waits first, as the form says. */
  private static String shownAside(RunningSearch search) throws Exception {
    return value(
            search.get("/parked").body(),
            "action=\"/parked/dismiss\"(?s:.*?)name=\"aside\" value=\"([^\"]+)\"")
        .replace("|", "%7C");
  }

  private static String press(RunningSearch search, String act, String which) throws Exception {
    String form = "by=search&topic=" + Topics.PAGES + "&" + which;
    String origin = search.opsAddress().toString();
    HttpResponse<String> answer = search.post("/parked/" + act, form, Map.of("origin", origin));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("location").orElse("");
  }

  /** Where the only record of a key stands. */
  private static String place(String prefix, String key) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", SharedBroker.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(prefix + Topics.PAGES).stream()
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (true) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (key.equals(record.key())) {
            return record.partition() + "|" + record.offset();
          }
        }
      }
    }
  }

  private static List<String> parked(String prefix) {
    return TopicRecords.parked(SharedBroker.bootstrapServers(), prefix).stream()
        .map(RecordParked::reason)
        .toList();
  }

  @Test
  void damagedIndexIsBuiltAnew(@TempDir Path data) throws Exception {
    String prefix = "damaged.";
    try (RunningSearch search = start(data, prefix)) {
      awaitRunning(search);
      Publishing.publish(prefix, Samples.page("https://a.example/1", "Trauma one", "", "x"));
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
        Publishing.publish(
            prefix, Samples.page("https://a.example/" + i, "Trauma " + i, "", words));
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
  void failureToWriteThatSomebodyElseMetIsMended(@TempDir Path data) throws Exception {
    String prefix = "closed.";
    try (RunningSearch search = start(data, prefix)) {
      awaitRunning(search);
      Publishing.publish(prefix, Samples.page("https://a.example/1", "Trauma one", "", "x"));
      awaitNoLag(search);
      await().until(() -> isCommitted(data.resolve("index/g1")));
      stumble(data.resolve("index/g1"));
      PageIndex index = search.bean(PageIndex.class);
      assertThatThrownBy(
              () -> search.put(Samples.page("https://a.example/2", "Trauma two", "", "x")))
          .hasStackTraceContaining("FileAlreadyExists");
      await().ignoreExceptions().untilAsserted(index::checkWritable);
      awaitNoLag(search);
      assertThat(data.resolve("index/g1")).as("it was whole").exists();
      assertThat(found(search, "trauma")).contains("\"total\":1");
    }
  }

  private static boolean isCommitted(Path generation) throws IOException {
    try (Stream<Path> files = Files.list(generation)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("segments_"));
    }
  }

  /** The files of the next segments cannot be made, as there is something of their name. */
  private static void stumble(Path generation) throws IOException {
    for (int i = 0; i < 200; i++) {
      Path inTheWay = generation.resolve("_" + Integer.toString(i, 36) + ".fdt");
      if (Files.notExists(inTheWay)) {
        Files.createFile(inTheWay);
      }
    }
  }

  @Test
  void topicsMadeAnewMakeTheIndexBuiltAnew(@TempDir Path data) throws Exception {
    try (RunningSearch search = start(data, "old-topics.")) {
      awaitRunning(search);
      Publishing.publish("old-topics.", Samples.page("https://a.example/1", "Trauma old", "", "x"));
      awaitNoLag(search);
    }
    try (RunningSearch search = start(data, "new-topics.")) {
      awaitRunning(search);
      Publishing.publish("new-topics.", Samples.page("https://a.example/2", "Trauma new", "", "x"));
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
