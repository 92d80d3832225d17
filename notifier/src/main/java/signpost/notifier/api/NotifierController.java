package signpost.notifier.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.util.List;
import signpost.notifier.delivery.DeliveryLedger;
import signpost.notifier.finding.FindingStore;
import signpost.record.store.Database;

/** What is open, what was told, and how the notifier is. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
final class NotifierController {
  private static final int MOST = 1000;

  private final Database database;
  private final DeliveryLedger ledger;
  private final StatusReport status;
  private final InstantSource wall;

  NotifierController(
      Database database,
      DeliveryLedger ledger,
      StatusReport status,
      @Named("wall") InstantSource wall) {
    this.database = database;
    this.ledger = ledger;
    this.status = status;
    this.wall = wall;
  }

  @Get("/findings")
  List<FindingLine> findings(@QueryValue(defaultValue = "200") int limit) {
    int most = Math.clamp(limit, 1, MOST);
    return database.read(handle -> FindingStore.all(handle, most)).stream()
        .map(FindingLine::of)
        .toList();
  }

  /** What was not sent comes first, and stays in sight however much was sent since. */
  @Get("/deliveries")
  List<DeliveryLine> deliveries(@QueryValue(defaultValue = "200") int limit) {
    return ledger.unsentFirst(Math.clamp(limit, 1, MOST), wall.instant()).stream()
        .map(DeliveryLine::of)
        .toList();
  }

  @Get("/status")
  StatusAnswer status() {
    return status.now();
  }
}
