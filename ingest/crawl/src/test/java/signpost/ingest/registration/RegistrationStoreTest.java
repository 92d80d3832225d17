package signpost.ingest.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.ingest.registration.RegistrationStore.KnownRegistration;
import signpost.ingest.store.Databases;
import signpost.record.store.Database;

final class RegistrationStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");

  @TempDir Path folder;

  @Test
  void nameOfWhichNothingCanBeReadIsAskedAboutAnewAndStopsNoOther() {
    try (Database database = Databases.sqlite(folder)) {
      database.write(handle -> {
        RegistrationStore.add(handle, List.of("one.example", "other.example"), NOW);
        return handle.execute(
            "UPDATE registration SET state = '{\"until\": 7' WHERE domain = 'one.example'");
      });

      List<KnownRegistration> due = database.read(handle -> RegistrationStore.due(handle, NOW, 9));
      assertThat(due)
          .containsExactly(
              new KnownRegistration("one.example", RegistrationState.NEW),
              new KnownRegistration("other.example", RegistrationState.NEW));
      assertThat(database.read(RegistrationStore::all)).isEqualTo(due);
    }
  }
}
