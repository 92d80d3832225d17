package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.RestartedPostgres;
import signpost.notifier.backlog.NotifierBacklog;
import signpost.record.FailingLoop;
import signpost.record.Supervisor;

/** A PostgreSQL that goes and comes under a notifier that goes on. */
class DatabaseAwayIT extends OnRealParts {
  @TempDir static Path data;
  private final RestartedPostgres postgres = new RestartedPostgres(data.resolve("postgres"));

  @Override
  Map<String, Object> database() {
    return Map.of("signpost.jdbc.url", postgres.url());
  }

  @AfterEach
  void stopPostgres() {
    postgres.close();
  }

  @Test
  void whatHappensMeanwhileIsToldOnceWhenItIsBackEachTime() {
    listed(TOOLKIT, LEAFLET);
    Supervisor supervisor = notifier.bean(Supervisor.class);
    for (String subject : List.of(TOOLKIT, LEAFLET)) {
      postgres.stop();
      notifier.send(Given.breaks(subject, Given.NOON));
      await()
          .untilAsserted(() ->
              assertThat(supervisor.failing())
                  .extracting(FailingLoop::name)
                  .contains("notifier-intake", "notifier-decide"));
      assertThat(supervisor.failing())
          .extracting(FailingLoop::why)
          .allSatisfy(why -> assertThat(why).startsWith("the database is away ("));
      assertThat(get("/api/loops")).contains("Deciding who is told", "the database is away (");
      postgres.start();
      await().until(() -> supervisor.failing().isEmpty());
      await().ignoreExceptions().until(() -> settled());
    }
    assertThat(subjects()).hasSize(3).doesNotHaveDuplicates();
  }

  private boolean settled() {
    NotifierBacklog backlog = notifier.bean(NotifierBacklog.class);
    return backlog.lag() == 0 && backlog.undelivered() == 0;
  }
}
