package signpost.notifier.api;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import signpost.notifier.intake.ParkedReplay;
import signpost.record.intake.ReplayOutcome;

/** Records that the notifier put aside, tried again where ops ask for it. */
@Controller("/api/parked")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ParkedController {
  private final ParkedReplay parked;

  ParkedController(ParkedReplay parked) {
    this.parked = parked;
  }

  /** Where a record stands that was put aside, and the event that says so. */
  @Serdeable
  record ParkedPlace(String topic, String place, String aside) {}

  @Post("/replay")
  ReplyLine replay(@Body ParkedPlace record) {
    ReplayOutcome outcome = parked.replay(record.topic(), record.place(), record.aside());
    return ReplyLine.of(outcome.wire(), outcome.reason());
  }
}
