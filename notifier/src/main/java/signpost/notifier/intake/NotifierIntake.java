package signpost.notifier.intake;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.Topics;
import signpost.notifier.telling.DecisionLoop;
import signpost.record.AwayException;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.SupervisedLoop;
import signpost.record.Supervisor;
import signpost.record.TroubleCause;
import signpost.record.intake.ReadRecord;
import signpost.record.intake.RecordFault;
import signpost.record.intake.RecordKeeper;
import signpost.record.intake.RecordSpan;
import signpost.record.intake.TopicReader;
import signpost.record.meter.SignpostMeter;
import signpost.record.outbox.Relay;
import signpost.record.store.CommittedSpans;
import signpost.record.store.Database;
import signpost.record.store.TurnKeeper;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.KnownTopics;
import signpost.record.topic.TopicSet;
import signpost.trace.OpenSpan;

/** What happened comes into the database: handled, with the position, in one transaction. */
@Context
public final class NotifierIntake {
  /** What is said of the lag when nobody can tell: certainly not nothing. */
  public static final long UNKNOWN = Integer.MAX_VALUE;

  private static final Logger LOG = LoggerFactory.getLogger(NotifierIntake.class);
  private static final List<String> TOPICS =
      List.of(Topics.RESOURCES, Topics.HEALTH, Topics.LINKS, Topics.CHANGES);
  private static final Duration IDLE = Duration.ofMillis(200);

  private final Database database;
  private final EventHandling handling;
  private final KafkaConfig kafka;
  private final Relay relay;
  private final DecisionLoop decisions;
  private final CommittedSpans spans;
  private final SqlKeeper keeper = new SqlKeeper();
  private final SupervisedLoop loop;
  private volatile @Nullable TopicReader reader;
  private volatile boolean reading;

  NotifierIntake(
      Database database,
      EventHandling handling,
      KafkaConfig kafka,
      Relay relay,
      DecisionLoop decisions,
      Supervisor supervisor,
      CommittedSpans spans) {
    this.database = database;
    this.handling = handling;
    this.kafka = kafka;
    this.relay = relay;
    this.decisions = decisions;
    this.spans = spans;
    this.loop =
        supervisor.start(
            LoopPlan.of("notifier-intake", "Reading what happened from Kafka", IDLE),
            this::connect);
  }

  /** Whether records are being read. */
  public boolean connected() {
    return reader != null;
  }

  /** Records not yet handled and committed; {@link #UNKNOWN} while Kafka is away. */
  public long lag() {
    TopicReader here = reader;
    try {
      return here == null ? UNKNOWN : here.lag();
    } catch (KafkaException | IllegalStateException _) { // It is away, or being closed.
      return UNKNOWN;
    }
  }

  /** Whether this process reads: another one of the same database may. */
  boolean isReading() {
    return reading;
  }

  private LoopWork.LoopLife connect() {
    TopicReader here = TopicReader.connect(kafka, TOPICS, keeper);
    decisions.pause();
    reader = here;
    LOG.info("Reading events from {}", kafka.bootstrapServers());
    return new NotifierConsumer(here);
  }

  /**
   * One connection to Kafka. Of several notifiers on one database one reads, from where the last
   * one stood.
   */
  private final class NotifierConsumer implements LoopWork.LoopLife {
    private final TopicReader here;
    private final TurnKeeper turn = new TurnKeeper(database, "notifier intake");
    private boolean begun;

    NotifierConsumer(TopicReader here) {
      this.here = here;
    }

    @Override
    public boolean step() throws IOException {
      if (turn.holds()) {
        begun = true;
        boolean more = here.step();
        reading = true;
        return more;
      }
      if (begun) {
        decisions.pause();
        throw new AwayException(
            "Another notifier of this database reads now", new IllegalStateException("no turn"));
      }
      here.look();
      return false;
    }

    @Override
    public void hurry() {
      here.hurry();
    }

    @Override
    public void close() {
      reader = null;
      reading = false;
      try {
        here.close();
      } finally {
        turn.close();
      }
    }
  }

  /** Keeps in SQL, as long as nobody else reads on. */
  private final class SqlKeeper implements RecordKeeper {
    private Map<TopicPartition, Long> stands = Map.of();

    /** A topic made anew is read from its beginning; what it repeats is recognised. */
    @Override
    public Map<TopicPartition, Long> begin(
        TopicSet.DescribedTopics topics,
        Map<TopicPartition, Long> first,
        Map<TopicPartition, Long> ends) {
      stands =
          database.write(handle -> {
            SqlPositions.forgetOthers(handle, topics.ids(), kafka, ends);
            KnownTopics.save(handle, KnownTopics.TopicUse.READ, topics.ids());
            return SqlPositions.all(handle);
          });
      return stands;
    }

    @Override
    public void keep(List<ReadRecord> records, Map<TopicPartition, Long> next) {
      if (records.isEmpty()) {
        return;
      }
      try {
        keepAll(records, next);
      } catch (RuntimeException e) {
        if (TroubleCause.of(e).isPassing()) {
          throw e;
        }
        keepEach(records, next);
      }
      relay.wake();
      decisions.wake();
    }

    private void keepAll(List<ReadRecord> records, Map<TopicPartition, Long> next) {
      goOn(
          next,
          handle -> {
            records.forEach(record -> traced(record, () -> handling.handle(handle, record)));
            return records.size();
          });
    }

    /** Each record by itself, so that none harms another, and with the position behind it. */
    private void keepEach(List<ReadRecord> records, Map<TopicPartition, Long> next) {
      for (ReadRecord record : records) {
        keepOne(record, Map.of(record.partition(), record.next()));
      }
      keepAll(List.of(), next);
    }

    private void keepOne(ReadRecord record, Map<TopicPartition, Long> behind) {
      try {
        goOn(behind, handle -> traced(record, () -> handling.handle(handle, record)));
      } catch (RuntimeException e) {
        String why = "handling it failed: " + RecordFault.inWords(e);
        goOn(behind, handle -> traced(record, () -> handling.park(handle, record, why)));
      }
    }

    private RecordOutcome traced(ReadRecord record, Supplier<RecordOutcome> work) {
      return spans.in(
          () -> RecordSpan.of(record),
          span -> {
            RecordOutcome outcome = work.get();
            note(span, outcome);
            return outcome;
          });
    }

    /** What was handled before was traced then. */
    private static void note(OpenSpan span, RecordOutcome outcome) {
      span.note("signpost.outcome", SignpostMeter.value(outcome));
      switch (outcome) {
        case HANDLED, UNKNOWN -> {
          // It went as it should.
        }
        case REPEATED -> span.forget();
        case PARKED -> span.failed("parked");
      }
    }

    /** Whoever else reads of this database waits first, or we do. */
    private void goOn(Map<TopicPartition, Long> next, Database.Work<?> work) {
      database.write(handle -> {
        SqlPositions.advance(handle, stands, next);
        return work.in(handle);
      });
      stands = new HashMap<>(stands);
      stands.putAll(next);
    }

    @Override
    public void caughtUp() {
      decisions.begin();
    }
  }

  @PreDestroy
  void close() {
    loop.close();
  }
}
