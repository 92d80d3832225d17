package signpost.ingest.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import signpost.ingest.frontier.UnreadLine;
import signpost.ingest.frontier.UnreadPages;
import signpost.record.store.Database;

/** Pages that answer and cannot be read well, with the reason, the newest first. */
@Controller("/api/unread")
@ExecuteOn(TaskExecutors.BLOCKING)
final class UnreadController {
  private static final int MOST = 1_000;

  private final Database database;

  UnreadController(Database database) {
    this.database = database;
  }

  @Get
  List<UnreadLine> unread(@QueryValue(defaultValue = "200") int limit) {
    return database.read(handle -> UnreadPages.all(handle, Math.clamp(limit, 1, MOST)));
  }
}
