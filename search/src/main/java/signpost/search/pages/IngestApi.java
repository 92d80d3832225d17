package signpost.search.pages;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Crawl control, which ingest has and we only show. */
@Client("${signpost.ingest.url}")
interface IngestApi {

  @Get("/api/status")
  Status status();

  @Get("/api/hosts")
  List<Host> hosts();

  @Get("/api/due?limit=50")
  List<Due> due();

  @Post("/api/hosts/pause")
  void pause(@Body HostName host);

  @Post("/api/hosts/resume")
  void resume(@Body HostName host);

  @Post("/api/run-now")
  void runNow(@Body Address address);

  @Serdeable
  record Status(long due, long leased, long unsent, @Nullable Instant nextDueAt) {}

  @Serdeable
  record Host(
      String host,
      long targets,
      long due,
      boolean paused,
      @Nullable Instant nextAllowedAt,
      @Nullable Instant visitedAt,
      @Nullable String lastOutcome) {

    /** Left alone until this time, where that is longer than politeness alone asks for. */
    boolean leftAlone(Instant now) {
      return nextAllowedAt != null && nextAllowedAt.isAfter(now.plusSeconds(60));
    }
  }

  @Serdeable
  record Due(
      String url,
      @Nullable String host,
      @Nullable Instant dueAt,
      @Nullable String kind,
      @Nullable String health) {}

  @Serdeable
  record HostName(String host) {}

  @Serdeable
  record Address(String url) {}
}
