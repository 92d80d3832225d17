package signpost.search.intake;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.record.AwayException;
import signpost.record.FailingLoop;
import signpost.record.Loop;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.Supervisor;
import signpost.search.index.PageIndex;

/** Owns the Kafka loop: what happens comes into the index. */
@Context
public final class Intake implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Intake.class);
  private static final Duration IDLE = Duration.ofMillis(200);
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  /** A big merge may stand in the way of a commit. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final KafkaSettings settings;
  private final PageIndex index;
  private final InstantSource clock;
  private final InstantSource wall;
  private final IntakeCounts counts;
  private final TopicSet topics;
  private final Progress progress = new Progress();
  private final Loop loop;
  private volatile @Nullable Admin admin;

  Intake(
      KafkaSettings settings,
      PageIndex index,
      IntakeCounts counts,
      Supervisor supervisor,
      @Named("clock") InstantSource clock,
      @Named("wall") InstantSource wall) {
    this.settings = settings;
    this.index = index;
    this.clock = clock;
    this.wall = wall;
    this.counts = counts;
    this.topics = new TopicSet(settings);
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
      return new IntakeState.Away(failing.get().why(), failing.get().since());
    }
    return admin == null ? new IntakeState.Starting() : new IntakeState.Running();
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
    Admin open = admin;
    if (!loop.isWell() || open == null || index.rebuilding()) {
      return 1;
    }
    Map<TopicPartition, Long> here = progress.positions();
    try {
      long behind = 0;
      var ends = TopicSet.offsets(open, here.keySet(), OffsetSpec.latest());
      for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
        behind += Math.max(0, end.getValue() - here.getOrDefault(end.getKey(), 0L));
      }
      return behind;
    } catch (KafkaException _) {
      return 1;
    }
  }

  @Override
  @PreDestroy
  public void close() {
    loop.close();
  }

  private LoopWork.Life connect() throws IOException {
    healIndex();
    try {
      return met(new Reading());
    } catch (KafkaException e) {
      throw away(e);
    }
  }

  private static Reading met(Reading reading) {
    try {
      reading.meet();
      return reading;
    } catch (RuntimeException e) {
      reading.close();
      throw e;
    }
  }

  private AwayException away(KafkaException e) {
    return new AwayException("Kafka at " + settings.bootstrapServers() + " does not answer", e);
  }

  /** One connection to Kafka. */
  private final class Reading implements LoopWork.Life {
    private final Admin client = Admin.create(new HashMap<>(settings.client()));
    private final ParkingPlace parking = new ParkingPlace(settings, topics, clock);
    private final KafkaLoop here =
        new KafkaLoop(
            settings, index, topics, new Handler(index, topics, parking, counts), progress, wall);
    private boolean begun;

    void meet() {
      here.meet(client);
    }

    @Override
    public boolean step() throws IOException {
      try {
        begin();
        checkIndex();
        here.step();
        return true; // its poll rests when there is nothing
      } catch (WakeupException _) {
        here.commit();
        return false;
      } catch (KafkaException e) {
        throw away(e);
      } catch (IOException | RuntimeException e) {
        reopenIndex(e);
        throw e;
      }
    }

    private void begin() throws IOException {
      if (!begun) {
        here.takeUp();
        begun = true;
        admin = client;
        log.info(
            "Reading {} topics from Kafka at {}",
            TopicSet.READ.size(),
            settings.bootstrapServers());
      }
    }

    @Override
    public void hurry() {
      here.wakeup();
    }

    @Override
    public void close() {
      admin = null;
      here.close();
      parking.close();
      client.close(FAREWELL);
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
