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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.search.index.PageIndex;

/** Owns the Kafka loop: starts it, and starts it again with back-off when it fails. */
@Context
public final class Intake implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Intake.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  private final KafkaSettings settings;
  private final PageIndex index;
  private final InstantSource clock;
  private final InstantSource wall;
  private final IntakeCounts counts;
  private final TopicSet topics;
  private final Progress progress = new Progress();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile IntakeState state = new IntakeState.Starting();

  /** Touched by the intake's own thread alone. */
  private Duration pause = FIRST_PAUSE;

  private volatile @Nullable KafkaLoop loop;
  private volatile @Nullable Admin admin;

  Intake(
      KafkaSettings settings,
      PageIndex index,
      @Named("clock") InstantSource clock,
      @Named("wall") InstantSource wall,
      IntakeCounts counts) {
    this.settings = settings;
    this.index = index;
    this.clock = clock;
    this.wall = wall;
    this.counts = counts;
    this.topics = new TopicSet(settings);
    this.thread =
        Thread.ofPlatform().name("search-intake").daemon(true).unstarted(this::keepRunning);
    this.thread.start();
  }

  /** How it stands. */
  public IntakeState state() {
    return state;
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
    if (!(state instanceof IntakeState.Running) || open == null || index.rebuilding()) {
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
    closing.countDown();
    KafkaLoop running = loop;
    if (running != null) {
      running.wakeup();
    }
    if (!(state instanceof IntakeState.Running)) {
      // It waits for Kafka, and writes nothing that an interruption could hurt.
      thread.interrupt();
    }
    try {
      if (!thread.join(Duration.ofSeconds(4))) {
        log.warn("The intake did not end in time; what it had not committed is read again");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void keepRunning() {
    while (closing.getCount() > 0) {
      try {
        runOnce();
      } catch (KafkaException e) {
        failed("Kafka at " + settings.bootstrapServers() + " does not answer", e);
      } catch (DamagedIndexException e) {
        log.warn("The index is damaged ({}): building it anew", e.getMessage());
        reopenIndex();
      } catch (IOException | AlreadyClosedException e) {
        failed("The index cannot be written", e);
        reopenIndex();
      } catch (RuntimeException e) {
        failed("The intake stopped", e);
        log.error("This should not happen", e);
        reopenIndex();
      }
      if (sleep(pause)) {
        return;
      }
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }
  }

  private void runOnce() throws IOException {
    try (Admin client = Admin.create(new HashMap<>(settings.client()));
        ParkingPlace parking = new ParkingPlace(settings, topics, clock);
        KafkaLoop here =
            new KafkaLoop(
                settings,
                index,
                topics,
                new Handler(index, topics, parking, counts),
                progress,
                wall)) {
      loop = here;
      admin = client;
      if (closing.getCount() > 0) {
        here.run(client, this::connected);
      }
    } finally {
      loop = null;
      admin = null;
    }
  }

  private void connected() {
    log.info(
        "Reading {} from Kafka at {}",
        TopicSet.READ.size() + " topics",
        settings.bootstrapServers());
    state = new IntakeState.Running();
    pause = FIRST_PAUSE;
  }

  /** One line when it begins to fail, none while it stays so. */
  private void failed(String what, Exception why) {
    if (!(state instanceof IntakeState.Away)) {
      log.warn("{} ({}). Pages keep serving; trying again until it works.", what, why.getMessage());
    }
    state = new IntakeState.Away(what + ": " + why.getMessage(), wall.instant());
  }

  private void reopenIndex() {
    try {
      index.reopen();
    } catch (IOException | RuntimeException e) {
      log.error("The index cannot be opened again", e);
    }
  }

  /** True when closing. */
  private boolean sleep(Duration pause) {
    try {
      return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
