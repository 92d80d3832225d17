package signpost.ingest.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import signpost.record.FailingLoop;
import signpost.record.Supervisor;

/** What does not get on; it needs no database to say so. */
@Controller("/api/loops")
final class LoopController {
  private final Supervisor supervisor;

  LoopController(Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  @Get
  List<FailingLoop> failing() {
    return supervisor.failing();
  }
}
