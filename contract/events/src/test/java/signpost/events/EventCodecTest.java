package signpost.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import signpost.events.ResourceEvent.GuideListed;

class EventCodecTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path GOLDEN = Path.of("src/test/resources/signpost/events/golden");

  @Test
  void everyTypeHasASample() {
    assertThat(Samples.all().stream().map(EventCodec::typeOf).collect(Collectors.toSet()))
        .isEqualTo(EventCodec.types().keySet());
  }

  @ParameterizedTest
  @MethodSource("signpost.events.Samples#all")
  void whatIsWrittenIsReadBack(Event event) {
    Envelope envelope = Envelope.of(event, "signpost/test", Samples.NOON, 7);

    assertThat(EventCodec.decode(EventCodec.encode(envelope)))
        .isEqualTo(new DecodedRecord.KnownEvent(envelope));
  }

  /** A golden file is an event of a released version: it must be readable for ever. */
  @ParameterizedTest
  @MethodSource("signpost.events.Samples#all")
  void goldenEventsOfVersionOneAreStillRead(Event event) throws IOException {
    String type = EventCodec.typeOf(event);
    WireRecord written = EventCodec.encode(Envelope.of(event, "signpost/test", Samples.NOON, 1));
    Path file = GOLDEN.resolve("0.1.0").resolve(type + ".json");
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(file.getParent());
      String pretty = JSON.readTree(written.value().orElseThrow()).toPrettyString();
      Files.writeString(file, pretty + "\n");
    }

    byte[] golden = Files.readAllBytes(file);

    assertThat(
            EventCodec.decode(
                WireRecord.of(written.topic(), written.key(), written.headers(), golden)))
        .isEqualTo(
            new DecodedRecord.KnownEvent(Envelope.of(event, "signpost/test", Samples.NOON, 1)));
  }

  @ParameterizedTest
  @MethodSource("signpost.events.Samples#all")
  void aMissingFieldIsRefusedUnlessItIsOptional(Event event) throws IOException {
    WireRecord written = EventCodec.encode(Envelope.of(event, "signpost/test", Samples.NOON, 1));
    JsonNode whole = JSON.readTree(written.value().orElseThrow());
    whole
        .fieldNames()
        .forEachRemaining(field -> {
          ObjectNode less = whole.deepCopy();
          less.remove(field);
          boolean optional = optional(event, field);
          DecodedRecord decoded = EventCodec.decode(with(written, less.toString()));
          if (optional) {
            assertThat(decoded).as(field).isInstanceOf(DecodedRecord.KnownEvent.class);
          } else {
            assertThat(decoded).as(field).isInstanceOf(DecodedRecord.Malformed.class);
          }
        });
  }

  @Test
  void unknownFieldsAreIgnored() throws IOException {
    Event event = Samples.all().getFirst();
    WireRecord written = EventCodec.encode(Envelope.of(event, "signpost/test", Samples.NOON, 1));
    ObjectNode more = (ObjectNode) JSON.readTree(written.value().orElseThrow());
    more.put("addedLater", "x");

    assertThat(EventCodec.decode(with(written, more.toString())))
        .isInstanceOf(DecodedRecord.KnownEvent.class);
  }

  @Test
  void unknownTypesAreNamed() {
    WireRecord message = message(Map.of("ce_type", "signpost.page.read.v9"), "{}");

    assertThat(EventCodec.decode(message))
        .isEqualTo(new DecodedRecord.UnknownType("signpost.page.read.v9"));
  }

  @Test
  void recordThatIsDamagedIsMalformedForThatReason() {
    assertThat(EventCodec.decode(WireRecord.damaged(Topics.LINKS, "offset 7", "other bytes")))
        .isEqualTo(new DecodedRecord.Malformed("other bytes"));
  }

  @Test
  void malformedRecordsSayWhy() {
    Map<String, String> page = Map.of("ce_type", "signpost.page.read.v1");

    assertThat(EventCodec.decode(message(Map.of(), "{}")))
        .isInstanceOf(DecodedRecord.Malformed.class);
    assertThat(EventCodec.decode(message(page, "{"))).isInstanceOf(DecodedRecord.Malformed.class);
    assertThat(EventCodec.decode(message(page, "[]"))).isInstanceOf(DecodedRecord.Malformed.class);
    assertThat(EventCodec.decode(message(page, ""))).isInstanceOf(DecodedRecord.Malformed.class);
    assertThat(EventCodec.decode(message(page, "null")))
        .isInstanceOf(DecodedRecord.Malformed.class);
  }

  @Test
  void aValueUnderAnotherKeyIsMalformed() throws IOException {
    WireRecord written =
        EventCodec.encode(Envelope.of(Samples.all().getFirst(), "s", Samples.NOON, 1));
    WireRecord moved =
        WireRecord.of(written.topic(), "other", written.headers(), written.value().orElseThrow());

    assertThat(EventCodec.decode(moved)).isInstanceOf(DecodedRecord.Malformed.class);
  }

  @Test
  void aRecordWithoutValueIsARemoval() {
    assertThat(EventCodec.decode(WireRecord.tombstone(Topics.PAGES, "k")))
        .isEqualTo(new DecodedRecord.RemovedKey(Topics.PAGES, "k"));
  }

  @Test
  void badSequencesAndTimesAreMalformed() {
    WireRecord written =
        EventCodec.encode(Envelope.of(Samples.all().getFirst(), "s", Samples.NOON, 1));
    for (String header : new String[] {"ce_time", "ce_sequence"}) {
      Map<String, String> headers = new HashMap<>(written.headers());
      headers.put(header, "soon");
      assertThat(
              EventCodec.decode(
                  WireRecord.of(
                      written.topic(), written.key(), headers, written.value().orElseThrow())))
          .as(header)
          .isInstanceOf(DecodedRecord.Malformed.class);
    }
  }

  @Test
  void halfASurrogatePairIsWrittenAsAQuestionMarkInKeysAndValues() {
    Event halves =
        new GuideListed("a\ud800", "\udc00b", Optional.empty(), true, List.of(), List.of());
    WireRecord written = EventCodec.encode(Envelope.of(halves, "s", Samples.NOON, 1));
    String key = new String(written.key().getBytes(UTF_8), UTF_8);

    DecodedRecord read =
        EventCodec.decode(
            WireRecord.of(written.topic(), key, written.headers(), written.value().orElseThrow()));

    assertThat(((DecodedRecord.KnownEvent) read).envelope().event())
        .isEqualTo(new GuideListed("a?", "?b", Optional.empty(), true, List.of(), List.of()));
  }

  private static boolean optional(Event event, String field) {
    for (var component : event.getClass().getRecordComponents()) {
      if (component.getName().equals(field)) {
        return component.getType().equals(Optional.class)
            || component.getAccessor().isAnnotationPresent(JsonSetter.class);
      }
    }
    throw new AssertionError(field + " is no field of " + event.getClass());
  }

  private static WireRecord with(WireRecord written, String json) {
    return WireRecord.of(written.topic(), written.key(), written.headers(), json.getBytes(UTF_8));
  }

  private static WireRecord message(Map<String, String> headers, String json) {
    return WireRecord.of(Topics.PAGES, "k", headers, json.getBytes(UTF_8));
  }
}
