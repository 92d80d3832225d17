package signpost.record.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import signpost.events.Envelope;
import signpost.events.EventCodec;
import signpost.events.ParkedEvent;
import signpost.events.ParkedEvent.RecordDismissed;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.ParkedEvent.RecordReplayed;
import signpost.events.Topics;
import signpost.events.WireRecord;

final class ParkedPictureTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final TopicPartition PART = new TopicPartition(Topics.PARKED, 0);

  private final List<ReadRecord> topic = new ArrayList<>();
  private final ParkedPicture picture = new ParkedPicture(300);

  @Test
  void recordThatWaitsIsFoundHoweverManyWereSeenToSince() {
    parked("search", "0|1", NOON);
    for (int i = 2; i < 900; i++) {
      parked("notifier", "0|" + i, NOON.plusSeconds(i));
      replayed("notifier", "0|" + i);
    }
    assertThat(waiting()).containsExactly("0|1");
    assertThat(picture.settled().map(ParkedRecord::name))
        .hasSize(300)
        .as("the latest first")
        .startsWith("0|899", "0|898");
    assertThat(picture.waiting()).containsOnly(Map.entry("search", 1L));
  }

  @Test
  void oldestIsShownFirstAndTheNextPageBeginsBehindTheLastOfThisOne() {
    for (int i = 0; i < 5; i++) {
      parked("search", "0|" + i, NOON.plusSeconds(i / 2));
    }
    ParkedRecord second = picture.waiting(Optional.empty()).skip(1).findFirst().orElseThrow();
    Optional<ParkedCursor> after = ParkedCursor.of(ParkedCursor.behind(second).text());

    assertThat(picture.waiting(after).map(ParkedRecord::name)).containsExactly("0|2", "0|3", "0|4");
    assertThat(Stream.of("", "|", "yesterday|0|1", NOON + "|1", NOON + "|1|x"))
        .allMatch(it -> ParkedCursor.of(it).isEmpty());
  }

  @Test
  void reasonThatManyShareIsCountedAndTakesInNothingThatCameLater() {
    parked("search", "0|1", NOON);
    parked("search", "0|2", NOON.plusSeconds(1));
    parked("notifier", "0|2", NOON);
    ParkedGroup shown = picture.groups().getFirst();
    ParkedExtent seen = ParkedExtent.of(extent().text()).orElseThrow();
    parked("search", "0|3", NOON.minusSeconds(2)); // by a clock that is late

    assertThat(shown).isEqualTo(new ParkedGroup("search", "odd", 2));
    assertThat(picture.of(picture.group(shown.id()).orElseThrow(), seen))
        .extracting(ParkedRecord::name)
        .containsExactly("0|1", "0|2");
    assertThat(picture.of(shown, extent())).hasSize(3);
    assertThat(Stream.of("", "0", "0|1,", "0|1,x", "a|1"))
        .allMatch(it -> ParkedExtent.of(it).isEmpty());
  }

  @Test
  void whatFoundNoRoomWasShownToNobody() {
    for (int i = 0; i < 400; i++) {
      parked("search", "0|" + i, NOON.plusSeconds(i));
    }
    ParkedExtent seen = extent();
    for (int i = 0; i < 200; i++) {
      dismissed("0|" + i);
    }
    showAgain();

    assertThat(waiting()).hasSize(200);
    assertThat(picture.of(picture.groups().getFirst(), seen))
        .extracting(ParkedRecord::name)
        .hasSize(100)
        .endsWith("0|299");
  }

  private ParkedExtent extent() {
    return picture.extent(Map.of(PART, (long) topic.size()));
  }

  @Test
  void recordAtTheSamePlaceOfATopicMadeAnewIsAnother() {
    TopicPartition other = new TopicPartition(Topics.PARKED, 1);
    add(RecordParked.of(odd(), Optional.of("0|17"), "odd", "search", NOON));
    replayed("search", "0|17");
    RecordParked since =
        RecordParked.of(
            WireRecord.of(Topics.PAGES, "k2", Map.of(), new byte[] {'{'}),
            Optional.of("0|17"),
            "odd",
            "search",
            NOON.plusSeconds(60));
    WireRecord event = EventCodec.encode(Envelope.of(since, "test", NOON, 99));
    assertThat(picture.add(new ReadRecord(other, 0, event))).isTrue();

    assertThat(picture.waiting()).containsOnly(Map.entry("search", 1L));
    assertThat(picture.find("search", Topics.PAGES, "0|17", "1|0"))
        .hasValueSatisfying(it -> assertThat(it.key()).isEqualTo("k2"));
  }

  @Test
  void courseOfARecordIsFollowedUntilItWasHandledAndNoFurther() {
    parked("search", "0|1", NOON);
    parked("search", "0|2", NOON);
    dismissed("0|1");
    replayed("search", "0|1");
    ParkedCourse course = new ParkedCourse("search", Topics.PAGES, "0|1");

    assertThat(topic.stream().takeWhile(course)).hasSize(3);
    assertThat(course.parked().flatMap(ParkedRecord::replayedAt)).contains(NOON);
    ParkedCourse another = new ParkedCourse("notifier", Topics.PAGES, "0|1");
    assertThat(topic.stream().takeWhile(another)).isEmpty();
    assertThat(another.parked()).isEmpty();
  }

  @Test
  void moreThanItHoldsAreToldAndComeInOnceHalfIsSeenTo() {
    for (int i = 0; i < 700; i++) {
      parked("search", "0|" + i, NOON.plusSeconds(i));
    }
    assertThat(picture.isFull()).isTrue();
    assertThat(picture.makeRoom()).as("nobody has seen to any").isEmpty();
    for (int i = 1; i < 500; i++) {
      dismissed("0|" + i);
    }
    showAgain();

    assertThat(picture.isFull()).isFalse();
    assertThat(waiting()).hasSize(201).startsWith("0|0", "0|500").endsWith("0|699");
  }

  private void showAgain() {
    Optional<Map<TopicPartition, Long>> from = picture.makeRoom();
    while (from.isPresent()) {
      topic.stream().skip(from.get().getOrDefault(PART, 0L)).forEach(picture::add);
      from = picture.makeRoom();
    }
  }

  @Test
  void dismissedRecordWaitsForNobodyThoughItIsPutAsideAgainForTheSameReason() {
    parked("search", "0|1", NOON);
    dismissed("0|1");
    assertThat(picture.waiting()).isEmpty();

    parked("search", "0|1", NOON.plusSeconds(60));
    assertThat(waiting()).isEmpty();
    add(RecordParked.of(odd(), Optional.of("0|1"), "another reason", "search", NOON));
    assertThat(waiting()).containsExactly("0|1");
  }

  @Test
  void handledRecordWaitsAgainOnceItIsPutAsideAgain() {
    parked("search", "0|1", NOON);
    replayed("search", "0|1");
    assertThat(picture.waiting()).isEmpty();

    parked("search", "0|1", NOON.plusSeconds(60));
    assertThat(picture.waiting()).containsOnly(Map.entry("search", 1L));
    topic.forEach(picture::add);
    assertThat(picture.waiting())
        .as("though the past is shown again")
        .containsOnly(Map.entry("search", 1L));
  }

  @Test
  void recordThatWasNeverSentCanBeDismissedByTheEventThatPutItAside() {
    add(RecordParked.of(odd(), "too large", "ingest", NOON));
    String name = waiting().getFirst();
    add(new RecordDismissed(Topics.PAGES, "k", name, "ingest", NOON));

    assertThat(picture.waiting()).isEmpty();
  }

  @Test
  void recordThatIsItselfUnreadableIsCountedAndHidesNoOther() {
    parked("search", "0|1", NOON);
    show(WireRecord.of(Topics.PARKED, "k", Map.of(), "{".getBytes(UTF_8)));
    show(WireRecord.damaged(Topics.PARKED, "partition 0, offsets 2 to 2", "it stands damaged"));
    parked("search", "0|2", NOON);

    assertThat(picture.unreadable()).isEqualTo(2);
    assertThat(waiting()).containsExactly("0|1", "0|2");
  }

  @Test
  void whatIsPastItsTimeInTheTopicIsForgotten() {
    for (int i = 0; i < 4; i++) {
      parked("search", "0|" + i, NOON);
    }
    dismissed("0|0");
    picture.forget(Map.of(PART, 2L));

    assertThat(waiting()).containsExactly("0|2", "0|3");
    assertThat(picture.settled()).isEmpty();
  }

  private List<String> waiting() {
    return picture.waiting(Optional.empty()).map(ParkedRecord::name).toList();
  }

  private void parked(String by, String place, Instant at) {
    add(RecordParked.of(odd(), Optional.of(place), "odd", by, at));
  }

  private void replayed(String by, String place) {
    add(RecordReplayed.of(odd(), place, by, NOON));
  }

  private void dismissed(String place) {
    add(new RecordDismissed(Topics.PAGES, "k", place, "search", NOON));
  }

  private static WireRecord odd() {
    return WireRecord.of(Topics.PAGES, "k", Map.of(), new byte[] {'{'});
  }

  private void add(ParkedEvent event) {
    show(EventCodec.encode(Envelope.of(event, "test", NOON, topic.size() + 1)));
  }

  private void show(WireRecord record) {
    topic.add(new ReadRecord(PART, topic.size(), record));
    assertThat(picture.add(topic.getLast())).isTrue();
  }
}
