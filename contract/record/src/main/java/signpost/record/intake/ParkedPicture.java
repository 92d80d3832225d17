package signpost.record.intake;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import signpost.events.DecodedRecord;
import signpost.events.Envelope;
import signpost.events.EventCodec;
import signpost.events.ParkedEvent.RecordDismissed;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.ParkedEvent.RecordReplayed;

/**
 * What was put aside and waits for somebody, and what was seen to, as the events shown so far tell
 * it. It holds so many of each at most: what waits and finds no room is noted by where it stands,
 * so that it can be shown again; what was seen to longest ago is forgotten.
 */
public final class ParkedPicture {
  static final int MOST = 20_000;

  private final int most;
  private final Map<RecordName, ParkedRecord> waiting = new HashMap<>();
  private final LinkedHashMap<RecordName, ParkedRecord> settled = new LinkedHashMap<>();
  private final Set<RecordPlace> unreadable = new HashSet<>();
  private final Map<TopicPartition, Long> noRoom = new HashMap<>();

  ParkedPicture(int most) {
    this.most = most;
  }

  /** With its key: the places of a topic that was made anew are given once more. */
  private record RecordName(String by, String topic, String key, String name) {
    static RecordName of(ParkedRecord record) {
      return new RecordName(record.by(), record.topic(), record.key(), record.name());
    }
  }

  /** Takes in the next one of the topic. Returns that more is wanted. */
  boolean add(ReadRecord record) {
    RecordPlace place = new RecordPlace(record.partition(), record.offset());
    switch (EventCodec.decode(record.message())) {
      case DecodedRecord.KnownEvent(var envelope) -> add(place, envelope);
      case DecodedRecord.Malformed _ -> addUnreadable(place);
      case DecodedRecord.UnknownType _, DecodedRecord.RemovedKey _ -> {
        // Not written there by us, and nobody waits for it.
      }
    }
    return true;
  }

  private void addUnreadable(RecordPlace place) {
    if (unreadable.size() < most) {
      unreadable.add(place);
    }
  }

  private void add(RecordPlace place, Envelope envelope) {
    switch (envelope.event()) {
      case RecordParked it -> parked(ParkedRecord.of(it, it.place().orElse(envelope.id()), place));
      case RecordReplayed it ->
          settle(
              new RecordName(it.by(), it.originalTopic(), it.originalKey(), it.place()),
              place,
              before -> before.replayed(it.at()));
      case RecordDismissed it ->
          settle(
              new RecordName(it.by(), it.originalTopic(), it.originalKey(), it.place()),
              place,
              before -> before.dismissed(it.at()));
      default -> {
        // Nothing else is written there by us.
      }
    }
  }

  /** What is shown again is known already, and what became of it. */
  private void parked(ParkedRecord now) {
    RecordName name = RecordName.of(now);
    Optional<ParkedRecord> before = find(name);
    if (before.filter(it -> !now.aside().isBehind(it.aside())).isEmpty()) {
      put(name, before.map(it -> it.again(now)).orElse(now));
    }
  }

  /** What was put aside again since waits again, also where the past is shown again. */
  private void settle(RecordName name, RecordPlace place, UnaryOperator<ParkedRecord> how) {
    find(name)
        .filter(before -> !before.aside().isBehind(place))
        .ifPresent(before -> put(name, how.apply(before)));
  }

  private void put(RecordName name, ParkedRecord record) {
    settled.remove(name);
    if (record.isWaiting()) {
      hold(name, record);
      return;
    }
    waiting.remove(name);
    settled.put(name, record);
    if (settled.size() > most) {
      settled.pollFirstEntry();
    }
  }

  private void hold(RecordName name, ParkedRecord record) {
    if (waiting.size() < most || waiting.containsKey(name)) {
      waiting.put(name, record);
    } else {
      noRoom.merge(record.aside().partition(), record.aside().offset(), Math::min);
    }
  }

  private Optional<ParkedRecord> find(RecordName name) {
    return Optional.ofNullable(waiting.getOrDefault(name, settled.get(name)));
  }

  /** Forgets what no longer stands in the topic, which begins there now. */
  void forget(Map<TopicPartition, Long> first) {
    waiting.values().removeIf(it -> it.aside().isGone(first));
    settled.values().removeIf(it -> it.aside().isGone(first));
    unreadable.removeIf(it -> it.isGone(first));
  }

  /**
   * From where the topic has to be shown again, so that what found no room comes in, once half of
   * the room is free.
   */
  Optional<Map<TopicPartition, Long>> makeRoom() {
    if (noRoom.isEmpty() || waiting.size() > most / 2) {
      return Optional.empty();
    }
    Map<TopicPartition, Long> from = Map.copyOf(noRoom);
    noRoom.clear();
    return Optional.of(from);
  }

  /** Whether more wait than it holds. */
  public boolean isFull() {
    return !noRoom.isEmpty();
  }

  /** How many stand in the topic that say nothing to anybody. */
  int unreadable() {
    return unreadable.size();
  }

  /** How many wait for somebody, by the part that put them aside; none of the others. */
  public Map<String, Long> waiting() {
    return waiting.values().stream()
        .collect(Collectors.groupingBy(ParkedRecord::by, Collectors.counting()));
  }

  /** Those that wait behind a place in their order, the oldest first. */
  Stream<ParkedRecord> waiting(Optional<ParkedCursor> after) {
    return waiting.values().stream()
        .filter(it -> after.isEmpty() || after.get().isBefore(it))
        .sorted(Comparator.comparing(ParkedCursor::behind, ParkedCursor.BY_AGE));
  }

  /** Those that were seen to, the latest first. */
  Stream<ParkedRecord> settled() {
    return settled.sequencedValues().reversed().stream();
  }

  /** What waits, by who put it aside and why, the most first. */
  List<ParkedGroup> groups() {
    Collection<ParkedGroup> groups =
        waiting.values().stream()
            .collect(
                Collectors.toMap(
                    it -> List.of(it.by(), it.reason()), ParkedGroup::of, ParkedGroup::and))
            .values();
    return groups.stream()
        .sorted(
            Comparator.comparingLong(ParkedGroup::count)
                .reversed()
                .thenComparing(ParkedGroup::by)
                .thenComparing(ParkedGroup::reason))
        .toList();
  }

  /** The group that goes by an id. */
  public Optional<ParkedGroup> group(String id) {
    return groups().stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /**
   * All that wait of a group.
   *
   * @param seen what stands behind it is left out
   */
  public List<ParkedRecord> of(ParkedGroup group, ParkedExtent seen) {
    return waiting(Optional.empty())
        .filter(it -> it.by().equals(group.by()) && it.reason().equals(group.reason()))
        .filter(it -> seen.includes(it.aside()))
        .toList();
  }

  /**
   * The one that was last put aside by the event that stands there.
   *
   * @param aside as {@link RecordPlace#text}
   */
  public Optional<ParkedRecord> find(String by, String topic, String name, String aside) {
    return Stream.concat(waiting.values().stream(), settled.values().stream())
        .filter(it -> it.aside().text().equals(aside))
        .filter(it -> it.by().equals(by) && it.topic().equals(topic) && it.name().equals(name))
        .findFirst();
  }

  /** The same record, as it is now. */
  Optional<ParkedRecord> find(ParkedRecord before) {
    return find(RecordName.of(before));
  }

  /**
   * Up to where it shows what a topic has that was read so far: what found no room was shown to
   * nobody.
   */
  ParkedExtent extent(Map<TopicPartition, Long> read) {
    Map<TopicPartition, Long> shown = new HashMap<>(read);
    noRoom.forEach((partition, offset) -> shown.merge(partition, offset, Math::min));
    return ParkedExtent.of(shown);
  }
}
