package signpost.record.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.record.outbox.RunningRelay.NOON;
import static signpost.record.outbox.RunningRelay.guide;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import signpost.events.DecodedRecord;
import signpost.events.Envelope;
import signpost.events.EventCodec;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.Topics;
import signpost.events.WireRecord;
import signpost.kit.PostgresServer;
import signpost.kit.SharedBroker;
import signpost.record.store.Database;
import signpost.record.store.Databases;

/** Rows of every size and with keys of every kind: sent, or put aside with their reason. */
class OddRowsIT {
  private static final int MEGABYTE = 1024 * 1024;

  /** The largest record there may be, without Kafka's own frame. */
  private static final int MOST = Topics.MOST_BYTES - 1_024;

  @TempDir Path folder;

  enum Kind {
    SQLITE,
    POSTGRESQL
  }

  private Database database(Kind kind) {
    return switch (kind) {
      case SQLITE -> Databases.sqlite(folder);
      case POSTGRESQL -> Databases.postgres(PostgresServer.empty());
    };
  }

  private RunningRelay relay(Kind kind, String what) {
    String prefix = "odd-" + what + "-" + kind + ".";
    SharedBroker.topics(prefix);
    return new RunningRelay(database(kind), SharedBroker.bootstrapServers(), prefix);
  }

  @ParameterizedTest
  @EnumSource
  void rowsOfEverySizeAreSentOrParkedAndThoseBehindFollow(Kind kind) {
    List<Integer> sent = List.of(0, 1, 1_000, 65_536, MEGABYTE, room());
    List<Integer> parked = List.of(room() + 1, Topics.MOST_BYTES, 5 * MEGABYTE, 10 * MEGABYTE);
    try (RunningRelay relay = relay(kind, "sizes")) {
      Stream.of(sent, parked, List.of(7))
          .flatMap(List::stream)
          .forEach(size -> relay.put(sized(size)));
      relay.sent();
      assertThat(relay.records(Topics.RESOURCES))
          .allSatisfy(record -> assertThat(record).isEqualTo(encoded(sized(length(record)))))
          .extracting(OddRowsIT::length)
          .containsExactlyInAnyOrderElementsOf(Stream.concat(sent.stream(), Stream.of(7)).toList());
      assertThat(relay.parked())
          .hasSize(parked.size())
          .allSatisfy(it -> assertThat(it.reason()).startsWith("it takes "))
          .allSatisfy(it -> assertThat(it.value()).hasSizeLessThan(MEGABYTE / 2));
    }
  }

  /** So many letters fit into the largest record. */
  private static int room() {
    int few = 1_000_000; // as many digits as the answer has
    return few + MOST - encoded(sized(few)).bytes();
  }

  private static GuideListed sized(int length) {
    return guide("of-%08d".formatted(length), "x".repeat(length));
  }

  private static int length(WireRecord record) {
    return Integer.parseInt(record.key().substring("guide:of-".length()));
  }

  private static WireRecord encoded(GuideListed guide) {
    return EventCodec.encode(Envelope.of(guide, "signpost/record", NOON, 1));
  }

  @ParameterizedTest
  @EnumSource
  void rowsThatAnotherVersionPutTooLargeAreParkedAndThoseBehindFollow(Kind kind) {
    try (RunningRelay relay = relay(kind, "grown")) {
      relay.write(handle -> {
        for (int size : List.of(Topics.MOST_BYTES, 10 * MEGABYTE)) {
          relay.outbox().put(handle, guide("grown", "before"), NOON);
          handle.execute(
              "UPDATE outbox SET body = ? WHERE id = (SELECT MAX(id) FROM outbox)",
              "x".repeat(size));
          relay.outbox().put(handle, guide("grown", "after"), NOON);
        }
        return 0;
      });
      relay.sent();
      assertThat(relay.records(Topics.RESOURCES))
          .extracting(record -> record.headers().get("ce_sequence"))
          .containsExactly("2", "4");
      assertThat(relay.parked())
          .extracting(RecordParked::reason)
          .hasSize(2)
          .allSatisfy(reason -> assertThat(reason).startsWith("RecordTooLargeException"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void keysOfEveryKindAreSentOrParkedAndHarmNothingInTheirTransaction(Kind kind) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("nothing", "");
    keys.put("controls", "a\tb\r\n\u0001\u007f\u0085");
    keys.put("right to left", "\u202e\u05e9\u05dc\u05d5\u05dd/\u0645\u0631\u062d\u0628\u0627");
    keys.put("half a pair", "a\ud800b");
    keys.put("the other half", "\udc00");
    keys.put("long but plain", "y".repeat(20_000));
    keys.put("NUL", "a\u0000b");
    keys.put("long", randomLike(3_000));
    keys.put("very long", "y".repeat(MEGABYTE));
    keys.put("very long and full of everything", randomLike(MEGABYTE));
    List<String> refused =
        switch (kind) {
          case SQLITE -> List.of("very long", "very long and full of everything");
          case POSTGRESQL ->
              List.of("NUL", "long", "very long", "very long and full of everything");
        };
    try (RunningRelay relay = relay(kind, "keys")) {
      relay.write(handle -> {
        keys.forEach((name, key) -> relay.outbox().put(handle, guide(key, name), NOON));
        keys.forEach((_, key) -> relay.outbox().remove(handle, Topics.HEALTH, key, NOON));
        relay.outbox().put(handle, guide("last", "last"), NOON);
        return 0;
      });
      relay.sent();
      assertThat(relay.records(Topics.RESOURCES))
          .extracting(OddRowsIT::title)
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(keys.keySet().stream(), Stream.of("last"))
                  .filter(name -> !refused.contains(name))
                  .toList());
      assertThat(relay.parked())
          .filteredOn(it -> it.originalTopic().equals(Topics.RESOURCES))
          .hasSameSizeAs(refused)
          .allSatisfy(it ->
              assertThat(it.reason()).containsAnyOf("it takes ", "the database refuses its key: "));
      assertThat(relay.keys(Topics.HEALTH).size() + parkedHealth(relay)).isEqualTo(keys.size());
      assertThat(relay.failing()).isEmpty();
    }
  }

  private static long parkedHealth(RunningRelay relay) {
    return relay.parked().stream().filter(it -> it.originalTopic().equals(Topics.HEALTH)).count();
  }

  private static String title(WireRecord record) {
    var known = (DecodedRecord.KnownEvent) EventCodec.decode(record);
    return ((GuideListed) known.envelope().event()).title();
  }

  /** What cannot be packed, and so fits into no index. */
  private static String randomLike(int length) {
    StringBuilder text = new StringBuilder(length);
    long state = 1;
    while (text.length() < length) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      text.append((char) ('!' + (int) (state >>> 58)));
    }
    return text.toString();
  }
}
