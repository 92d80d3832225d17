package signpost.search.intake;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.record.intake.ReadRecord;
import signpost.record.intake.RecordFault;
import signpost.record.intake.RecordKeeper;
import signpost.record.intake.ReplayOutcome;
import signpost.record.intake.SoughtRecord;
import signpost.record.intake.TopicReader;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.TopicSet;
import signpost.search.index.PageIndex;

/** Keeps in the index: what was read is handled, shown and committed, each at its own pace. */
final class IndexKeeper implements RecordKeeper {
  private static final Logger log = LoggerFactory.getLogger(IndexKeeper.class);
  private static final Duration COMMIT_AFTER = Duration.ofSeconds(1);

  /**
   * While more is waiting than one poll brings, what was read is shown every three seconds and made
   * durable every ten: each costs as much for a few records as for many.
   */
  private static final Duration SHOW_AFTER_IN_HASTE = Duration.ofSeconds(3);

  private static final Duration COMMIT_AFTER_IN_HASTE = Duration.ofSeconds(10);

  /** So much may wait in memory to be shown. */
  private static final long MOST_WAITING_BYTES = 32 * 1024 * 1024;

  private final KafkaConfig kafka;
  private final PageIndex index;
  private final RecordHandler handler;
  private final IntakeProgress progress;
  private final InstantSource wall;

  private Map<String, String> ids = Map.of();
  private Map<TopicPartition, Long> endAtStart = Map.of();
  private Map<TopicPartition, Long> handled = Map.of();
  private boolean uncommitted;
  private long waitingBytes;

  /** What waits to be shown, should one of them stop the others. */
  private final List<ReadRecord> unshown = new ArrayList<>();

  private Instant shownAt;
  private Instant committedAt;

  IndexKeeper(
      KafkaConfig kafka,
      PageIndex index,
      RecordHandler handler,
      IntakeProgress progress,
      InstantSource wall) {
    this.kafka = kafka;
    this.index = index;
    this.handler = handler;
    this.progress = progress;
    this.wall = wall;
    this.committedAt = wall.instant();
    this.shownAt = committedAt;
  }

  /** Where the index stands, or the beginning of a new one. */
  @Override
  public Map<TopicPartition, Long> begin(
      TopicSet.DescribedTopics topics,
      Map<TopicPartition, Long> first,
      Map<TopicPartition, Long> ends)
      throws IOException {
    ids = topics.ids();
    endAtStart = ends;
    if (!continues(index.committed())) {
      log.warn("Kafka's topics are not those this index was made from: building it anew");
      index.restart();
    }
    Map<String, String> committed = index.committed();
    Map<TopicPartition, Long> begin = new HashMap<>();
    first.forEach((partition, offset) -> {
      long kept = CommitPositions.read(kafka, committed, partition).orElse(offset);
      begin.put(partition, Math.max(kept, offset));
    });
    handled = begin;
    progress.shown(begin);
    return begin;
  }

  /** The same topics, and none of them ends before what we have already read. */
  private boolean continues(Map<String, String> committed) {
    return CommitPositions.sameTopics(committed, ids)
        && endAtStart.entrySet().stream()
            .allMatch(end ->
                CommitPositions.read(kafka, committed, end.getKey()).orElse(0L) <= end.getValue());
  }

  @Override
  public void keep(List<ReadRecord> records, Map<TopicPartition, Long> next) throws IOException {
    for (ReadRecord record : records) {
      unshown.add(record);
      handler.handle(record);
      waitingBytes += Math.max(1, record.message().bytes());
      uncommitted = true;
    }
    handled = next;
    boolean haste = records.size() >= TopicReader.AT_ONCE;
    Instant now = wall.instant();
    if (!haste
        || waitingBytes > MOST_WAITING_BYTES
        || shownAt.plus(SHOW_AFTER_IN_HASTE).isBefore(now)) {
      show(now);
    }
    if (committedAt.plus(haste ? COMMIT_AFTER_IN_HASTE : COMMIT_AFTER).isBefore(now)) {
      commit();
      committedAt = now;
    }
  }

  /**
   * Handles a record again that was put aside, once nothing else waits, and tells so once it is
   * durable. What was read behind the end that was looked to may be newer of its kind.
   */
  ReplayOutcome replay(SoughtRecord.StandingRecord sought) throws IOException {
    ReadRecord record = sought.record();
    Long stands = handled.get(record.partition());
    if (stands == null) {
      return new ReplayOutcome.Untried("it is not known yet how far was read");
    }
    if (stands > sought.checkedTo()) {
      return ReplayOutcome.Untried.readOn();
    }
    refresh();
    uncommitted = true;
    ReplayOutcome outcome = handler.replay(record);
    if (outcome instanceof ReplayOutcome.Replayed) {
      commit();
      handler.tellReplayed(record);
    }
    return outcome;
  }

  private void show(Instant now) throws IOException {
    if (waitingBytes > 0) {
      refresh();
    }
    shownAt = now;
    takeOver();
    progress.shown(handled);
  }

  /**
   * Writes what waits. A page that no index takes is refused only now: each record is then handled
   * again by itself, so that one alone is parked.
   */
  private void refresh() throws IOException {
    try {
      index.refresh();
    } catch (RuntimeException | StackOverflowError e) {
      String _ = RecordFault.inWords(e);
      index.forgetUnwritten();
      for (ReadRecord record : unshown) {
        handler.handleAlone(record);
      }
    }
    unshown.clear();
    waitingBytes = 0;
  }

  /**
   * Makes durable what was handled, and the vectors that came meanwhile; nothing before it is known
   * how far was read, for that is written with it.
   */
  void commit() throws IOException {
    if (handled.isEmpty()) {
      return;
    }
    if (uncommitted || index.hasUncommitted()) {
      refresh();
      index.commit(CommitPositions.write(kafka, ids, handled));
      uncommitted = false;
      handler.committed();
    }
  }

  /** The new index takes over once it holds what the topics held when it was begun. */
  private void takeOver() throws IOException {
    if (index.rebuilding() && hasCaughtUp()) {
      commit();
      index.caughtUp();
      log.info("The new index has caught up and answers from now on");
    }
  }

  private boolean hasCaughtUp() {
    return endAtStart.entrySet().stream()
        .allMatch(end -> handled.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  @Override
  public void caughtUp() {
    // It takes over by itself, with what is shown.
  }
}
