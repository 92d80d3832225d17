package signpost.record.outbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.Topics;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.SupervisedLoop;
import signpost.record.Supervisor;
import signpost.record.store.TurnKeeper;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.TopicWatch;
import signpost.record.topic.TopicWriter;
import signpost.trace.OpenSpan;
import signpost.trace.Traces;

/**
 * Sends the outbox to Kafka in order and marks what the broker has acknowledged. While Kafka is
 * away rows wait; a row sent twice has the same id both times.
 */
public final class Relay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final List<String> TOPICS = Topics.ALL.stream().map(Topics.Topic::name).toList();
  private static final int BATCH = 500;
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration PATIENCE =
      Duration.ofMinutes(2); // Kafka's own deadlines are shorter

  /** A row that cannot be delivered in this time is tried again from the outbox. */
  private static final Duration DELIVERED_WITHIN = Duration.ofSeconds(30);

  /** While rows are under way the broker is looked for as often. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final Outbox outbox;
  private final KafkaConfig kafka;
  private final Traces traces;
  private final InstantSource wall;
  private final SupervisedLoop loop;
  private volatile boolean connected;

  /**
   * Rows that were sent but not yet marked, because the database failed in between. Only the loop
   * uses them.
   */
  private SentRows unmarked = SentRows.NONE;

  /** Rows that the broker has acknowledged, and Kafka's ids of the topics as they were then. */
  private record SentRows(List<Outbox.OutboxRow> rows, Map<String, String> topics) {
    static final SentRows NONE = new SentRows(List.of(), Map.of());
  }

  public Relay(
      Outbox outbox, KafkaConfig kafka, Supervisor supervisor, Traces traces, InstantSource wall) {
    this.outbox = outbox;
    this.kafka = kafka;
    this.traces = traces;
    this.wall = wall;
    this.loop =
        supervisor.start(
            LoopPlan.of(outbox.module() + "-relay", "Sending events to Kafka", IDLE)
                .withPatience(PATIENCE),
            this::connect);
  }

  /** Says that rows were committed. */
  public void wake() {
    loop.wake();
  }

  /** Whether the last thing Kafka said was not an error. */
  public boolean connected() {
    return connected;
  }

  private LoopWork.LoopLife connect() {
    RelayConnection sending = opened();
    connected = true;
    LOG.info("Connected to Kafka at {}", kafka.bootstrapServers());
    return sending;
  }

  private RelayConnection opened() {
    TopicWatch topics = new TopicWatch(kafka, TOPICS);
    try {
      return new RelayConnection(topics, TopicWriter.producer(kafka, DELIVERED_WITHIN));
    } catch (RuntimeException e) {
      topics.close();
      throw e instanceof KafkaException ? kafka.away(e) : e;
    }
  }

  /** One connection to Kafka, and the turn to send while this process has it. */
  private final class RelayConnection implements LoopWork.LoopLife {
    private final TopicWatch topics;
    private final KafkaProducer<String, byte[]> producer;
    private final TurnKeeper turn = outbox.turn();
    private final AnswerWait answers;
    private boolean refilled;

    RelayConnection(TopicWatch topics, KafkaProducer<String, byte[]> producer) {
      this.topics = topics;
      this.producer = producer;
      this.answers = new AnswerWait(topics::look, it -> connected = it, LOOK);
    }

    @Override
    public boolean step() throws InterruptedException {
      topics.look();
      if (!turn.holds()) {
        return false; // another process of this database sends
      }
      mark(); // before a refill, which is of what was marked
      refill();
      List<Outbox.OutboxRow> rows = outbox.unsent(BATCH);
      if (!rows.isEmpty()) {
        send(rows);
      }
      return !rows.isEmpty();
    }

    /** Topics made anew lack what the old ones had. */
    private void refill() {
      if (refilled) {
        return;
      }
      int rows = outbox.refill(topics.described().ids(), wall.instant());
      if (rows > 0) {
        LOG.warn("Kafka's topics were made anew: {} events are sent again", rows);
      }
      refilled = true;
    }

    /**
     * Sends rows in their order before the first answer is waited for, up to one that cannot be
     * sent now: what is behind it must not overtake it.
     */
    private void send(List<Outbox.OutboxRow> rows) throws InterruptedException {
      List<SentRow> sent = new ArrayList<>(rows.size());
      List<Outbox.OutboxRow> acknowledged = new ArrayList<>(rows.size());
      try {
        for (Outbox.OutboxRow row : rows) {
          SentRow next = sent(row);
          sent.add(next);
          if (next.answer().isDone() && !goesOn(answers.outcome(next.answer()))) {
            break;
          }
        }
        settle(sent, acknowledged);
      } finally {
        sent.forEach(SentRow::close);
        unmarked = new SentRows(acknowledged, topics.described().ids());
        mark();
      }
    }

    private static boolean goesOn(SendOutcome outcome) {
      return switch (outcome) {
        case SendOutcome.Acknowledged _ -> true;
        case SendOutcome.Unsendable _ -> true;
        case SendOutcome.BrokerAway _ -> false;
        case SendOutcome.ConnectionBroken _ -> false;
      };
    }

    private SentRow sent(Outbox.OutboxRow row) {
      OpenSpan span = traces.open(() -> SentRow.plan(kafka, row));
      try {
        return new SentRow(row, producer.send(SentRow.record(kafka, row, span)), span);
      } catch (KafkaException e) {
        return new SentRow(row, CompletableFuture.failedFuture(e), span);
      }
    }

    /**
     * Takes note of each answer before the first failure ends the connection: Kafka refuses good
     * rows for a bad one that went with them, and that one must be known.
     */
    private void settle(List<SentRow> sent, List<Outbox.OutboxRow> acknowledged)
        throws InterruptedException {
      Optional<RuntimeException> failure = Optional.empty();
      for (SentRow each : sent) {
        SendOutcome outcome = answers.outcome(each.answer());
        each.became(outcome);
        switch (outcome) {
          case SendOutcome.Acknowledged _ -> {
            if (failure.isEmpty()) { // what is behind a failure is sent again, in its order
              acknowledged.add(each.row());
            }
          }
          case SendOutcome.Unsendable(String reason) ->
              outbox.unsendable(each.row(), reason, wall.instant());
          case SendOutcome.BrokerAway(Throwable why) -> failure = failure.or(() -> away(why));
          case SendOutcome.ConnectionBroken(Throwable why) ->
              failure = failure.or(() -> broken(why));
        }
      }
      if (failure.isPresent()) {
        throw failure.get();
      }
    }

    /** What was sent to topics that were made anew since has to be sent again. */
    private void mark() {
      if (!unmarked.rows().isEmpty() && unmarked.topics().equals(topics.described().ids())) {
        outbox.sent(unmarked.rows(), wall.instant());
      }
      unmarked = SentRows.NONE;
    }

    @Override
    public void close() {
      connected = false;
      try {
        producer.close(FAREWELL); // what is in flight is sent in our turn
      } finally {
        turn.close();
        topics.close();
      }
    }
  }

  private Optional<RuntimeException> away(Throwable why) {
    return Optional.of(kafka.away(why));
  }

  private static Optional<RuntimeException> broken(Throwable why) {
    return Optional.of(new IllegalStateException("Kafka refuses what is sent to it: " + why, why));
  }

  /** Stops after the batch under way; what was not sent waits for the next start. */
  @Override
  public void close() {
    loop.close();
  }
}
