package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.Topics;
import signpost.events.WireRecord;
import signpost.kit.LogLines;
import signpost.notifier.intake.NotifierIntake;
import signpost.notifier.intake.ParkedReplay;
import signpost.record.Supervisor;
import signpost.record.intake.ParkedRecord;
import signpost.record.intake.ParkedTally;
import signpost.record.intake.ReplayOutcome;
import signpost.record.intake.TopicReader;
import signpost.record.store.Database;

/** A record that cannot be handled whatever is tried. */
class PoisonedRecordIT extends OnRealParts {
  private static final String POISON = "https://gov.example/poison";

  /** How often the intake begins anew meanwhile. */
  private static final int LIVES = 4;

  @Override
  Map<String, Object> database() {
    return Map.of();
  }

  @Test
  void severalAreEachPutAsideOnceAndWhatIsBehindThemCounts() {
    listed(TOOLKIT, LEAFLET);
    notifier.stop();
    poison();
    List<String> poisons = List.of(POISON + "1", POISON + "2", POISON + "3");
    poisons.forEach(url -> notifier.send(Given.resource(url)));
    notifier.send(Given.breaks(LEAFLET, Given.NOON));
    notifier.start();
    await().until(() -> notifier.records(Topics.PARKED).size() >= poisons.size());
    notifier.settle();
    assertThat(subjects()).hasSize(2).last().isEqualTo("“The leaflet.pdf” no longer works");
    assertThat(notifier.records(Topics.PARKED)).containsExactlyInAnyOrderElementsOf(poisons);
  }

  @Test
  void recordPutAsideCountsOnceItIsTriedAgainAndCanBeHandled() {
    listed(TOOLKIT, LEAFLET);
    notifier.stop();
    poison();
    notifier.send(Given.resource(POISON));
    notifier.start();
    await().until(() -> !notifier.parked().isEmpty());
    RecordParked aside = notifier.parked().getFirst();
    assertThat(replay(aside)).isInstanceOf(ReplayOutcome.RefusedAgain.class);
    notifier.stop();
    notifier.execute("DROP TRIGGER poison");
    notifier.start();
    notifier.settle();

    assertThat(replay(aside)).isEqualTo(new ReplayOutcome.Replayed());
    assertThat(replay(aside)).as("a second press").isEqualTo(new ReplayOutcome.Overtaken());
    notifier.send(Given.breaks(POISON, Given.NOON));
    notifier.settle();
    assertThat(subjects()).as("it is watched now").hasSize(2);
    assertThat(parked(aside).reason()).contains("poison");
    assertThat(parked(aside).replayedAt()).isPresent();

    notifier.send(Given.resource(POISON));
    notifier.settle();
    assertThat(replay(aside)).as("a newer one counts").isEqualTo(new ReplayOutcome.Overtaken());
  }

  @Test
  void endThatWasPutAsideIsToldThoughItsSuccessorCameSince() {
    listed(TOOLKIT, LEAFLET);
    notifier.stop();
    notifier.execute(
        "CREATE TRIGGER poison BEFORE INSERT ON transition"
            + " BEGIN SELECT RAISE(ABORT, 'poison'); END");
    notifier.send(Given.breaks(LEAFLET, Given.NOON));
    notifier.send(Given.offers(LEAFLET, "https://nhs.example/new-leaflet", Given.NOON));
    notifier.start();
    await().until(() -> !notifier.parked().isEmpty());
    RecordParked aside = notifier.parked().getFirst();
    notifier.settle();
    notifier.stop();
    notifier.execute("DROP TRIGGER poison");
    notifier.start();
    notifier.settle();
    assertThat(subjects()).as("nobody was told").hasSize(1);

    assertThat(replay(aside)).isEqualTo(new ReplayOutcome.Replayed());
    assertThat(replay(aside)).as("a second press").isEqualTo(new ReplayOutcome.Overtaken());
    notifier.settle();
    assertThat(subjects()).hasSize(2).last().isEqualTo("“The leaflet.pdf” no longer works");
  }

  private void poison() {
    notifier.execute(
        "CREATE TRIGGER poison BEFORE INSERT ON resource WHEN NEW.url LIKE '"
            + POISON
            + "%' BEGIN SELECT RAISE(ABORT, 'poison'); END");
  }

  private ReplayOutcome replay(RecordParked aside) {
    return notifier
        .bean(ParkedReplay.class)
        .replay(aside.originalTopic(), aside.place().orElseThrow(), parked(aside).aside().text());
  }

  private ParkedRecord parked(RecordParked aside) {
    String place = aside.place().orElseThrow();
    return notifier.bean(ParkedTally.class).page(Optional.empty(), 500).all().stream()
        .filter(it -> it.topic().equals(aside.originalTopic()) && it.name().equals(place))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void recordIsParkedOnceHoweverOftenTheOneBehindItFails() {
    listed(TOOLKIT, LEAFLET);
    notifier.stop();
    notifier.execute("ALTER TABLE transition RENAME TO transition_away");
    notifier.send(WireRecord.of(Topics.LINKS, LEAFLET, Map.of(), new byte[] {'{'}));
    notifier.send(Given.breaks(LEAFLET, Given.NOON));
    try (LogLines log = new LogLines(NotifierIntake.class)) {
      notifier.start();
      await().until(() -> log.starting("Reading events from").size() >= LIVES);
    }
    notifier.execute("ALTER TABLE transition_away RENAME TO transition");
    notifier.settle();
    assertThat(subjects()).hasSize(2).last().isEqualTo("“The leaflet.pdf” no longer works");
    assertThat(notifier.parked())
        .singleElement()
        .extracting(RecordParked::reason)
        .isEqualTo("the header ce_type is missing");
  }

  @Test
  void recordIsParkedOnceThoughTheNotifierDiesBeforeItParksTheNext() {
    listed(TOOLKIT, LEAFLET);
    notifier.stop();
    notifier.execute(
        "CREATE TRIGGER dies BEFORE INSERT ON outbox WHEN NEW.record_key = 'second'"
            + " BEGIN SELECT RAISE(ABORT, 'dies'); END");
    for (String key : List.of("first", "second")) {
      WireRecord malformed = WireRecord.of(Topics.LINKS, key, Map.of(), new byte[] {'{'});
      notifier.send(malformed, Optional.of(0));
    }
    try (LogLines log = new LogLines(NotifierIntake.class)) {
      notifier.start();
      await().until(() -> log.starting("Reading events from").size() > 1);
      notifier.stop();
    }
    notifier.execute("DROP TRIGGER dies");
    notifier.start();
    notifier.settle();
    assertThat(notifier.records(Topics.PARKED)).containsExactlyInAnyOrder("first", "second");
  }

  @Test
  void whatWasTakenAwayAndListedAgainIsNotToldAgainWhenAllOfItIsReadAgain() {
    listed(TOOLKIT, LEAFLET);
    notifier.remove(Topics.RESOURCES, LEAFLET);
    notifier.send(Given.resource(LEAFLET));
    notifier.send(Given.breaks(LEAFLET, Given.NOON));
    notifier.settle();
    assertThat(subjects()).hasSize(2);
    notifier.stop();
    notifier.execute("DELETE FROM position");
    notifier.now(Given.NOON.plus(Duration.ofDays(1)));
    notifier.start();
    notifier.settle();
    assertThat(subjects()).hasSize(2);
  }

  @Test
  void whatWasTakenAwayStaysAwayWhenAllOfItIsReadAgain() {
    listed(TOOLKIT, LEAFLET);
    notifier.remove(Topics.RESOURCES, LEAFLET);
    notifier.settle();
    notifier.stop();
    notifier.execute("DELETE FROM position");
    notifier.execute(
        "CREATE TRIGGER again BEFORE INSERT ON resource BEGIN SELECT RAISE(ABORT, 'again'); END");
    notifier.start();
    notifier.settle();
    assertThat(notifier.records(Topics.PARKED)).isEmpty();
  }

  @Test
  void whatWasTakenAwayAndListedAgainStaysListedWhenAllOfItIsReadAgain() {
    listed(TOOLKIT, LEAFLET);
    notifier.send(WireRecord.tombstone(Topics.RESOURCES, LEAFLET));
    notifier.send(Given.resource(LEAFLET));
    notifier.settle();
    notifier.stop();
    notifier.execute("DELETE FROM position");
    notifier.start();
    notifier.settle();
    notifier.send(Given.breaks(LEAFLET, Given.NOON));
    notifier.settle();
    assertThat(subjects()).hasSize(2).last().isEqualTo("“The leaflet.pdf” no longer works");
  }

  @Test
  void whatIsOverByTheTimeItIsReadIsNotToldAsIfItWereThePresent() throws Exception {
    listed(TOOLKIT, LEAFLET);
    Database database = notifier.bean(Database.class);
    database.write(handle -> handle.execute("ALTER TABLE transition RENAME TO transition_away"));
    notifier.send(Given.breaks(LEAFLET, Given.NOON));
    await().until(this::intakeFails);
    notifier.sendAll(
        IntStream.range(0, 4 * TopicReader.AT_ONCE)
            .mapToObj(i -> Given.breaks("https://gov.example/p" + i, Given.NOON))
            .map(Given::unplaced));
    notifier.send(Given.recovers(LEAFLET, Given.NOON));
    database.write(handle -> handle.execute("ALTER TABLE transition_away RENAME TO transition"));
    notifier.settle();
    assertThat(subjects()).hasSize(1);
  }

  /** Decisions fail as well, and sooner: they must not be taken for the intake. */
  private boolean intakeFails() {
    return notifier.bean(Supervisor.class).failing().stream()
        .anyMatch(loop -> loop.name().equals("notifier-intake"));
  }
}
