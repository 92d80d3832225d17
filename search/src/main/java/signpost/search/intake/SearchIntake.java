package signpost.search.intake;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.Topics;
import signpost.record.AwayException;
import signpost.record.FailingLoop;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.SupervisedLoop;
import signpost.record.Supervisor;
import signpost.record.intake.ReplayOutcome;
import signpost.record.intake.SoughtRecord;
import signpost.record.intake.TopicReader;
import signpost.record.topic.KafkaConfig;
import signpost.search.index.PageIndex;
import signpost.trace.Traces;

/** Owns the Kafka loop: what happens comes into the index. */
@Context
public final class SearchIntake implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SearchIntake.class);
  private static final Duration IDLE = Duration.ofMillis(200);

  /** In the order of reading: what the catalogue says before what was seen. */
  private static final List<String> TOPICS =
      List.of(
          Topics.RESOURCES,
          Topics.PAGES,
          Topics.HEALTH,
          Topics.LINKS,
          Topics.CHANGES,
          Topics.FINDINGS);

  private static final Duration REPLAYED_WITHIN = Duration.ofSeconds(10);

  /** A big merge may stand in the way of a commit. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final KafkaConfig settings;
  private final PageIndex index;
  private final InstantSource wall;
  private final IntakeCounts counts;
  private final Traces traces;
  private final IntakeProgress progress = new IntakeProgress();
  private final ParkingPlace parking;
  private final SupervisedLoop loop;
  private final Queue<ReplayRequest> replays = new ConcurrentLinkedQueue<>();
  private volatile @Nullable TopicReader reader;

  SearchIntake(
      KafkaConfig settings,
      PageIndex index,
      IntakeCounts counts,
      Supervisor supervisor,
      Traces traces,
      @Named("clock") InstantSource clock,
      @Named("wall") InstantSource wall) {
    this.settings = settings;
    this.index = index;
    this.wall = wall;
    this.counts = counts;
    this.traces = traces;
    this.parking = new ParkingPlace(settings, clock);
    this.loop =
        supervisor.start(
            LoopPlan.of("search-intake", "Reading what happened into the index", IDLE)
                .withPatience(PATIENCE)
                .uninterrupted(),
            this::connect);
  }

  /** How it stands. */
  public IntakeState state() {
    Optional<FailingLoop> failing = loop.failing();
    if (failing.isPresent()) {
      return new IntakeState.IntakeStopped(failing.get().why(), failing.get().since());
    }
    return reader == null ? new IntakeState.IntakeStarting() : new IntakeState.IntakeRunning();
  }

  /** Whether the index is being built anew and pages may not show everything yet. */
  public boolean rebuilding() {
    return index.rebuilding();
  }

  /** Why it is, when damaged files are the reason. */
  public Optional<String> mending() {
    return index.mending();
  }

  /**
   * Records in the topics that pages do not show yet, asked of the broker now; at least 1 while
   * that cannot be known, or another index still answers.
   */
  public long lag() {
    long unshown = unshown().orElse(1);
    return index.rebuilding() ? Math.max(1, unshown) : unshown;
  }

  /** Records in the topics that the index does not hold yet; nothing while Kafka is away. */
  OptionalLong unshown() {
    TopicReader open = reader;
    if (!loop.isWell() || open == null) {
      return OptionalLong.empty();
    }
    Map<TopicPartition, Long> here = progress.positions();
    try {
      return OptionalLong.of(
          open.latest().entrySet().stream()
              .mapToLong(end -> Math.max(0, end.getValue() - here.getOrDefault(end.getKey(), 0L)))
              .sum());
    } catch (KafkaException | IllegalStateException _) { // It is away, or being closed.
      return OptionalLong.empty();
    }
  }

  /** A record to be handled again by the one that writes the index. */
  private record ReplayRequest(
      SoughtRecord.StandingRecord sought, CompletableFuture<ReplayOutcome> done) {}

  /**
   * Handles the record again that stands at that place of a topic and was put aside.
   *
   * @param aside where the event stands that put it aside
   */
  public ReplayOutcome replay(String topic, String place, String aside) {
    try {
      return switch (SoughtRecord.at(settings, "search", topic, place, aside)) {
        case SoughtRecord.NeverParkedRecord _ -> new ReplayOutcome.NeverParked();
        case SoughtRecord.OvertakenRecord _ -> new ReplayOutcome.Overtaken();
        case SoughtRecord.StandingRecord sought -> replay(sought);
      };
    } catch (AwayException e) {
      return new ReplayOutcome.Untried(String.valueOf(e.getMessage()));
    }
  }

  private ReplayOutcome replay(SoughtRecord.StandingRecord sought) {
    ReplayRequest request = new ReplayRequest(sought, new CompletableFuture<>());
    replays.add(request);
    try {
      return request.done().get(REPLAYED_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException | TimeoutException | CancellationException _) {
      String why = "the index cannot be written at the moment";
      return replays.remove(request)
          ? new ReplayOutcome.Untried(why)
          : new ReplayOutcome.Unclear(why);
    }
  }

  @Override
  @PreDestroy
  public void close() {
    loop.close();
  }

  private LoopWork.LoopLife connect() throws IOException {
    healIndex();
    RecordHandler handler = new RecordHandler(index, parking, counts, traces);
    IndexKeeper keeper = new IndexKeeper(settings, index, handler, progress, wall);
    TopicReader here = TopicReader.connect(settings, TOPICS, keeper);
    reader = here;
    log.info("Reading {} topics from Kafka at {}", TOPICS.size(), settings.bootstrapServers());
    return new SearchConsumer(here, keeper);
  }

  /** One connection to Kafka. */
  private final class SearchConsumer implements LoopWork.LoopLife {
    private final TopicReader here;
    private final IndexKeeper keeper;

    SearchConsumer(TopicReader here, IndexKeeper keeper) {
      this.here = here;
      this.keeper = keeper;
    }

    @Override
    public boolean step() throws IOException {
      try {
        checkIndex();
        boolean more = here.step(); // the first one learns where the index stands
        replayNext();
        return more;
      } catch (WakeupException _) {
        keeper.commit();
        return false;
      } catch (KafkaException e) {
        throw settings.away(e);
      } catch (AwayException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        reopenIndex(e);
        throw e;
      }
    }

    private void replayNext() throws IOException {
      ReplayRequest next = replays.poll();
      if (next != null) {
        try {
          next.done().complete(keeper.replay(next.sought()));
        } finally {
          next.done().cancel(false); // where it failed; who waits looks what came of it
        }
      }
    }

    @Override
    public void hurry() {
      here.hurry();
    }

    @Override
    public void close() {
      reader = null;
      try {
        here.close();
      } finally {
        parking.close();
      }
    }
  }

  /** Needs no Kafka: readers and whoever else writes go on while that is away. */
  private void healIndex() throws IOException {
    try {
      checkIndex();
    } catch (DamagedIndexException | IllegalStateException _) { // Whoever met it has said so.
      index.reopen();
    }
  }

  /** Whether somebody met what only opening the index again can mend. */
  private void checkIndex() throws IOException {
    index.checkWritable();
    Optional<String> damage = index.damage();
    if (damage.isPresent()) {
      throw new DamagedIndexException(damage.get());
    }
  }

  private void reopenIndex(Exception why) {
    try {
      index.reopen();
    } catch (IOException | RuntimeException | InternalError e) {
      why.addSuppressed(e);
    }
  }
}
