package signpost.record;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;

/** What does not get on; it needs no database to say so. */
@Controller("/api/loops")
@Requires(property = "signpost.module", notEquals = "search") // whose API is public
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
