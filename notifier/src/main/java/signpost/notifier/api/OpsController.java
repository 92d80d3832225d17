package signpost.notifier.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import signpost.notifier.answer.Precision;
import signpost.notifier.delivery.DeliveryLedger;
import signpost.notifier.delivery.DeliveryTally;
import signpost.notifier.delivery.SenderLoop;
import signpost.notifier.telling.DecisionRun;
import signpost.record.store.Database;

/** What ops has to know of notifications, and may do about them. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OpsController {
  private static final Duration LATELY = Duration.ofDays(30);

  private final Database database;
  private final DecisionRun decisions;
  private final DeliveryLedger ledger;
  private final SenderLoop sender;
  private final InstantSource clock;
  private final InstantSource wall;

  OpsController(
      Database database,
      DecisionRun decisions,
      DeliveryLedger ledger,
      SenderLoop sender,
      @Named("clock") InstantSource clock,
      @Named("wall") InstantSource wall) {
    this.database = database;
    this.decisions = decisions;
    this.ledger = ledger;
    this.sender = sender;
    this.clock = clock;
    this.wall = wall;
  }

  @Serdeable
  record RuleLine(String rule, long answered, long wrong, double precision) {}

  @Serdeable
  record TallyLine(String owner, String channel, long messages, Optional<Instant> lastAt) {}

  @Get("/precision")
  List<RuleLine> precision() {
    return database.read(Precision::of).stream()
        .map(it -> new RuleLine(it.rule(), it.answered(), it.wrong(), it.share()))
        .toList();
  }

  @Get("/tally")
  List<TallyLine> tally() {
    return database
        .read(handle -> DeliveryTally.since(handle, clock.instant().minus(LATELY)))
        .stream()
        .map(it -> new TallyLine(it.owner(), it.channel(), it.messages(), it.lastAt()))
        .toList();
  }

  @Get("/held/{owner}")
  List<HeldLine> held(@PathVariable String owner) {
    return decisions.held(owner).stream().map(HeldLine::of).toList();
  }

  @Post("/deliveries/{id}/replay")
  ReplyLine replay(@PathVariable String id) {
    boolean found = ledger.replay(id, wall.instant());
    sender.wake();
    return found
        ? ReplyLine.of("done", "It is next in line.")
        : ReplyLine.of("unknown", "No message of that name waits or was given up.");
  }
}
