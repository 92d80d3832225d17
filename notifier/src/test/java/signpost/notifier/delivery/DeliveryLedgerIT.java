package signpost.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.FindingState;
import signpost.kit.PostgresServer;
import signpost.notifier.NotifierRecord;
import signpost.notifier.delivery.Delivery.DeliveredFinding;
import signpost.notifier.delivery.Delivery.Letterhead;
import signpost.notifier.message.MessageKind;
import signpost.notifier.message.OutgoingMail;
import signpost.record.meter.Figure;
import signpost.record.meter.SignpostMeter;
import signpost.record.store.Database;
import signpost.trace.SpanParent;
import signpost.trace.SpanPlan;
import signpost.trace.SpanRole;
import signpost.trace.Traces;
import signpost.trace.TracesConfig;

/** Two senders with one ledger, as when one stood still and another went on. */
class DeliveryLedgerIT {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Instant LEASE = NOON.plusSeconds(60);
  private static final Instant LATER = LEASE.plusSeconds(60);
  private static final ReceiverLane LANE = ReceiverLane.ofAll(Set.of(DeliveryChannels.EMAIL));

  @TempDir Path folder;
  private final List<Database> opened = new ArrayList<>();

  private record Senders(DeliveryLedger one, DeliveryLedger other) {}

  /** Of a SQLite file one process alone has the turn: its two senders share what it opened. */
  private Senders open(String kind) {
    if (kind.equals("sqlite")) {
      Database database = opened("jdbc:sqlite:" + folder.resolve("notifier.db"));
      return new Senders(new DeliveryLedger(database), new DeliveryLedger(database));
    }
    String url = PostgresServer.empty();
    return new Senders(new DeliveryLedger(opened(url)), new DeliveryLedger(opened(url)));
  }

  private Database opened(String url) {
    Database database = Database.open(NotifierRecord.SCHEMA, url, "", "");
    opened.add(database);
    return database;
  }

  @AfterEach
  void close() {
    opened.forEach(Database::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void figuresTellWhatHasNotArrivedAndForHowLong(String kind) {
    DeliveryLedger ledger = open(kind).one();
    DeliveryFigures figures = new DeliveryFigures(ledger, () -> NOON.plusSeconds(600), () -> NOON);
    assertThat(figures.figures()).extracting(Figure::value).containsOnly(0.0);
    enter(ledger, "m1");
    enter(ledger, "m2");
    Delivery first = ledger.take(LANE, NOON, LEASE).orElseThrow();
    ledger.failed(first, FailureReason.TIMED_OUT, "it hangs", LATER);

    assertThat(figures.figures())
        .contains(
            Figure.of(SignpostMeter.DELIVERIES, 1, "email", "failed"),
            Figure.of(SignpostMeter.DELIVERIES, 1, "email", "pending"),
            Figure.of(SignpostMeter.DELIVERIES, 0, "webhook", "failed"),
            Figure.of(SignpostMeter.DELIVERY_AGE, 660, "email"),
            Figure.of(SignpostMeter.DELIVERY_AGE, 0, "webhook"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void messageWaitsWithTheTraceItWasWrittenIn(String kind) {
    Senders senders = open(kind);
    try (Traces traces = Traces.of(TracesConfig.at("http://127.0.0.1:9", 0), "notifier")) {
      traces.run(
          () -> SpanPlan.of("tell", SpanRole.INTERNAL, new SpanParent.NewTrace()),
          span -> {
            enter(senders.one(), "m1");
            assertThat(senders.other().take(LANE, NOON, LEASE).orElseThrow().trace())
                .isPresent()
                .isEqualTo(span.traceparent());
          });
    }
    enter(senders.one(), "m2");
    assertThat(senders.other().take(LANE, NOON, LEASE).orElseThrow().trace()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void whoLostAMessageToAnotherWritesNothingOfIt(String kind) {
    Senders senders = open(kind);
    DeliveryLedger one = senders.one();
    DeliveryLedger other = senders.other();
    enter(one, "m1");
    Delivery lost = one.take(LANE, NOON, LEASE).orElseThrow();
    assertThat(other.take(LANE, NOON, LEASE)).as("it is being sent").isEmpty();
    Delivery held = other.take(LANE, LATER, LATER.plusSeconds(60)).orElseThrow();
    assertThat(held.attempts()).isEqualTo(2);

    assertThat(one.sent(lost, NOON)).isFalse();
    assertThat(one.failed(lost, FailureReason.TIMED_OUT, "late", NOON)).isFalse();
    assertThat(one.givenUp(lost, FailureReason.REJECTED, "late", _ -> Optional.of(delivery("m2"))))
        .isFalse();
    one.release(lost, NOON);
    assertThat(one.latest(10)).containsExactly(held);

    assertThat(other.sent(held, LATER)).isTrue();
    assertThat(one.failed(lost, FailureReason.TIMED_OUT, "very late", NOON)).isFalse();
    assertThat(other.failed(held, FailureReason.TIMED_OUT, "after all", NOON)).isFalse();
    assertThat(one.latest(10))
        .singleElement()
        .satisfies(it -> assertThat(it.state()).isEqualTo(DeliveryState.SENT))
        .satisfies(it -> assertThat(it.sentAt()).contains(LATER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void attemptThatWasReleasedIsNobodysAndTheNextOnesResultCounts(String kind) {
    Senders senders = open(kind);
    DeliveryLedger one = senders.one();
    DeliveryLedger other = senders.other();
    enter(one, "m1");
    Delivery released = one.take(LANE, NOON, LEASE).orElseThrow();
    one.release(released, NOON);
    assertThat(one.sent(released, NOON)).isFalse();
    Delivery again = other.take(LANE, NOON, LEASE).orElseThrow();
    assertThat(again.attempts()).isEqualTo(1);
    assertThat(other.givenUp(again, FailureReason.REJECTED, "no", _ -> Optional.of(delivery("m2"))))
        .isTrue();
    assertThat(one.latest(10))
        .extracting(Delivery::id, Delivery::state)
        .containsExactly(tuple("m1", DeliveryState.GIVEN_UP), tuple("m2", DeliveryState.PENDING));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void eachMessageIsTakenByOneOfTwoWhoTakeAtOnce(String kind) {
    Senders senders = open(kind);
    List<String> ids = IntStream.range(0, 40).mapToObj(i -> "m" + i).toList();
    ids.forEach(id -> enter(senders.one(), id));
    CompletableFuture<List<Delivery>> here =
        CompletableFuture.supplyAsync(() -> takeAll(senders.one()));
    CompletableFuture<List<Delivery>> there =
        CompletableFuture.supplyAsync(() -> takeAll(senders.other()));
    assertThat(Stream.concat(here.join().stream(), there.join().stream()))
        .allSatisfy(it -> assertThat(it.attempts()).isEqualTo(1))
        .extracting(Delivery::id)
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void messageWhoseRowCannotBeReadIsGivenUpAndTheNextOfItsLaneIsTaken(String kind) {
    DeliveryLedger ledger = open(kind).one();
    List<String> odd = List.of("mail = '{'", "told = '7'", "kind = 'OF_LATER'");
    for (int i = 0; i < odd.size(); i++) {
      String id = "m" + i;
      String damage = "UPDATE delivery SET " + odd.get(i) + " WHERE id = ?";
      enter(ledger, id);
      int _ = opened.getFirst().write(handle -> handle.execute(damage, id));
    }
    enter(ledger, "whole");
    for (String _ : odd) {
      assertThat(ledger.take(LANE, NOON, LEASE)).isEmpty();
    }
    assertThat(ledger.take(LANE, NOON, LEASE)).map(Delivery::id).contains("whole");
    assertThat(ledger.latest(10)).extracting(Delivery::id).containsExactly("whole");
    assertThat(givenUp()).hasSameSizeAs(odd).allSatisfy(it -> assertThat(it).startsWith("its row"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void messageThatWasGivenUpStaysInSightHoweverManyWereSentSince(String kind) {
    DeliveryLedger ledger = open(kind).one();
    enter(ledger, "lost");
    Delivery lost = ledger.take(LANE, NOON, LEASE).orElseThrow();
    assertThat(ledger.givenUp(lost, FailureReason.UNWRITABLE, "", _ -> Optional.empty())).isTrue();
    for (String id : List.of("sent1", "sent2", "sent3")) {
      enter(ledger, id);
      assertThat(ledger.sent(ledger.take(LANE, NOON, LEASE).orElseThrow(), NOON)).isTrue();
    }

    assertThat(ledger.unsentFirst(2, NOON))
        .extracting(Delivery::id)
        .containsExactly("lost", "sent3");
    assertThat(ledger.unsentFirst(2, NOON.plus(Duration.ofDays(40))))
        .extracting(Delivery::id)
        .containsExactly("sent3", "sent2");
    assertThat(ledger.givenUpSince(NOON)).containsOnly(Map.entry(lost.channel(), 1L));
    assertThat(ledger.givenUpSince(LEASE)).as("a week later").isEmpty();
    assertThat(ledger.replay("lost", NOON)).isTrue();
    assertThat(ledger.givenUpSince(NOON)).as("it is sent again").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void messageToATeamCountsOnceHoweverManyReadIt(String kind) {
    DeliveryLedger ledger = open(kind).one();
    List.of("ann", "bob", "cat").forEach(reader -> enter(ledger, delivery(reader, "f1")));
    enter(ledger, delivery("another", "f2"));
    Instant day = NOON.minus(Duration.ofDays(1));
    List<Instant> written =
        opened
            .getFirst()
            .read(handle -> ledger.immediateSince(handle, "mk", DeliveryChannels.EMAIL, day));
    assertThat(written).hasSize(2);
  }

  private List<String> givenUp() {
    return opened
        .getFirst()
        .read(handle ->
            handle
                .select(
                    "SELECT detail FROM delivery"
                        + " WHERE state = 'GIVEN_UP' AND reason = 'UNWRITABLE'")
                .mapTo(String.class)
                .list());
  }

  /** Nothing is taken when the other was quicker, too. */
  private static List<Delivery> takeAll(DeliveryLedger ledger) {
    List<Delivery> taken = new ArrayList<>();
    while (!ledger.dueOwners(LANE.channels(), NOON).isEmpty()) {
      ledger.take(LANE, NOON, LEASE).ifPresent(taken::add);
    }
    return taken;
  }

  private void enter(DeliveryLedger ledger, String id) {
    enter(ledger, delivery(id));
  }

  private void enter(DeliveryLedger ledger, Delivery delivery) {
    int _ =
        opened
            .getFirst()
            .write(handle -> {
              ledger.enter(handle, delivery);
              return 0;
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void whatIsOldAndDoneIsForgottenWithItsFileAndWhatWaitsIsNot(String kind) throws IOException {
    DeliveryLedger ledger = open(kind).one();
    Database database = opened.getFirst();
    for (String id : List.of("sent", "requested", "waiting", "stuck")) {
      enter(ledger, id);
    }
    database.write(handle ->
        handle.execute("UPDATE delivery SET state = 'SENT' WHERE id <> 'waiting'")
            + handle.execute("UPDATE delivery SET kind = 'REQUESTED' WHERE id = 'requested'"));
    Path file = OutgoingFolder.file(folder, "sent");
    Files.createDirectories(folder.resolve("outgoing"));
    Files.writeString(file, "To: mk");
    Files.createDirectories(OutgoingFolder.file(folder, "stuck").resolve("cannot be removed"));

    DeliveryTraces.forgetOld(database, folder, NOON.plus(DeliveryTraces.REQUESTED_KEPT));
    assertThat(ledger.latest(10))
        .extracting(Delivery::id)
        .containsExactly("sent", "waiting", "stuck");
    assertThat(file).exists();

    DeliveryTraces.forgetOld(database, folder, NOON.plus(DeliveryTraces.KEPT));
    assertThat(ledger.latest(10)).extracting(Delivery::id).containsExactly("waiting", "stuck");
    assertThat(file).doesNotExist();
  }

  private static Delivery delivery(String id) {
    return delivery(id, "f");
  }

  private static Delivery delivery(String id, String finding) {
    return Delivery.pending(
        new Letterhead(id, "mk", DeliveryChannels.EMAIL, MessageKind.IMMEDIATE),
        NOON,
        NOON.minus(Duration.ofMinutes(1)),
        new OutgoingMail(
            "mk@council.example",
            "Mary Kay",
            "A link",
            "It no longer works.",
            "<p>It no longer works.",
            "<" + id + "@council.example>",
            Optional.empty(),
            NOON,
            Optional.empty()),
        List.of(
            new DeliveredFinding(
                "snap", finding, "https://a.example/1", FindingKind.BROKEN, FindingState.OPEN)));
  }
}
