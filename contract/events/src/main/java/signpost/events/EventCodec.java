package signpost.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.HealthEvent.HealthJudged;
import signpost.events.LinkEvent.DomainTransition;
import signpost.events.LinkEvent.HostTransition;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.LinkEvent.SuccessorFound;
import signpost.events.PageEvent.PageRead;
import signpost.events.ParkedEvent.RecordDismissed;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.ParkedEvent.RecordReplayed;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.ResourceListed;

/**
 * Events to records and back: CloudEvents 1.0 in binary mode (attributes as {@code ce_} headers,
 * JSON value). Wire names stand in one table here. Missing fields are refused, unknown ones
 * ignored.
 */
public final class EventCodec {
  private static final Map<String, Class<? extends Event>> TYPES =
      Map.ofEntries(
          Map.entry("signpost.resource.listed.v1", ResourceListed.class),
          Map.entry("signpost.guide.listed.v1", GuideListed.class),
          Map.entry("signpost.page.read.v1", PageRead.class),
          Map.entry("signpost.health.judged.v1", HealthJudged.class),
          Map.entry("signpost.link.transition.v1", LinkTransition.class),
          Map.entry("signpost.host.transition.v1", HostTransition.class),
          Map.entry("signpost.domain.transition.v1", DomainTransition.class),
          Map.entry("signpost.link.successor.v1", SuccessorFound.class),
          Map.entry("signpost.page.changed.v1", PageChanged.class),
          Map.entry("signpost.finding.changed.v1", FindingChanged.class),
          Map.entry("signpost.record.parked.v1", RecordParked.class),
          Map.entry("signpost.record.dismissed.v1", RecordDismissed.class),
          Map.entry("signpost.record.replayed.v1", RecordReplayed.class));

  private static final Map<Class<?>, String> NAMES =
      TYPES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  private static final JsonMapper JSON =
      RecordJson.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private EventCodec() {}

  /** Every type on the wire and the record it is read into. */
  public static Map<String, Class<? extends Event>> types() {
    return TYPES;
  }

  /** The wire name of an event's type. */
  public static String typeOf(Event event) {
    return typeOf(event.getClass());
  }

  /** The wire name of the events that are read into such a record. */
  public static String typeOf(Class<? extends Event> type) {
    String name = NAMES.get(type);
    if (name == null) {
      throw new IllegalArgumentException(type + " has no name on the wire");
    }
    return name;
  }

  /** The record for an envelope; its topic bears no prefix. */
  public static WireRecord encode(Envelope envelope) {
    Event event = envelope.event();
    Map<String, String> headers =
        Map.of(
            "ce_specversion", "1.0",
            "ce_id", envelope.id(),
            "ce_type", typeOf(event),
            "ce_source", envelope.source(),
            "ce_time", envelope.time().toString(),
            "ce_subject", event.key(),
            "ce_sequence", Long.toString(envelope.sequence()),
            "content-type", "application/json");
    return WireRecord.of(event.topic(), event.key(), headers, json(event));
  }

  /** The record that takes a key away; the sequence is the next of its key, as of an event. */
  public static WireRecord tombstone(String topic, String key, Instant time, long sequence) {
    return WireRecord.tombstone(
        topic, key, Map.of("ce_time", time.toString(), "ce_sequence", Long.toString(sequence)));
  }

  private static Optional<DecodedRecord.RemovedKey.Mark> mark(Map<String, String> headers) {
    try {
      return Optional.of(
          new DecodedRecord.RemovedKey.Mark(
              Long.parseLong(required(headers, "ce_sequence")),
              Instant.parse(required(headers, "ce_time"))));
    } catch (DateTimeException | IllegalArgumentException _) {
      return Optional.empty(); // what it takes away is gone all the same
    }
  }

  /** Reads a record; never throws on what a stranger wrote. */
  public static DecodedRecord decode(WireRecord message) {
    if (message.damage().isPresent()) {
      return new DecodedRecord.Malformed(message.damage().get());
    }
    Optional<byte[]> value = message.value();
    if (value.isEmpty()) {
      return new DecodedRecord.RemovedKey(message.topic(), message.key(), mark(message.headers()));
    }
    Optional<String> type = type(message);
    if (type.isEmpty()) {
      return new DecodedRecord.Malformed("the header ce_type is missing");
    }
    Class<? extends Event> known = TYPES.get(type.get());
    return known == null
        ? new DecodedRecord.UnknownType(type.get())
        : read(message, known, value.get());
  }

  /** What a record says it is, whether or not anybody knows that. */
  public static Optional<String> type(WireRecord message) {
    return Optional.ofNullable(message.headers().get("ce_type"));
  }

  private static DecodedRecord read(WireRecord message, Class<? extends Event> type, byte[] value) {
    try {
      Event event = JSON.readValue(value, type);
      if (event == null) {
        return new DecodedRecord.Malformed("the value is null");
      }
      if (!event.key().equals(message.key())) {
        return new DecodedRecord.Malformed("the key does not fit the value: " + event.key());
      }
      Map<String, String> headers = message.headers();
      return new DecodedRecord.KnownEvent(
          new Envelope(
              required(headers, "ce_id"),
              required(headers, "ce_source"),
              Instant.parse(required(headers, "ce_time")),
              Long.parseLong(required(headers, "ce_sequence")),
              event));
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      return new DecodedRecord.Malformed(String.valueOf(e.getMessage()));
    }
  }

  private static String required(Map<String, String> headers, String name) {
    String value = headers.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the header " + name + " is missing");
    }
    return value;
  }

  /** Half a surrogate pair, which UTF-8 cannot say, becomes a question mark, as it does in keys. */
  private static byte[] json(Event event) {
    try {
      return JSON.writeValueAsString(event).getBytes(UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event of ours cannot be written: " + event, e);
    }
  }
}
