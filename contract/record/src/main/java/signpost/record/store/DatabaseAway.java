package signpost.record.store;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.record.TroubleCause;

/**
 * Answers 503 while the database is away: the loops have logged it, and whoever asks asks again.
 */
@Singleton
final class DatabaseAway implements ExceptionHandler<JdbiException, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

  @Override
  @SuppressWarnings("rawtypes") // as Micronaut declares it
  public HttpResponse<?> handle(HttpRequest request, JdbiException failed) {
    TroubleCause cause = TroubleCause.of(failed);
    if (!cause.isPassing()) {
      LOG.error("{} {} failed", request.getMethodName(), request.getPath(), failed);
    }
    HttpStatus status =
        cause.isPassing() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
    return HttpResponse.status(status)
        .contentType(MediaType.of("application/problem+json"))
        .body(Map.of("title", cause.words(), "status", status.getCode()));
  }
}
