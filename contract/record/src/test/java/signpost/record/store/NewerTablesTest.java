package signpost.record.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An older Signpost on the tables of a newer one. */
class NewerTablesTest {
  @TempDir private Path folder;

  @Test
  void tablesOfANewerSignpostAreNotWritten() {
    try (Database database = Databases.sqlite(folder)) {
      database.write(handle ->
          handle.execute(
              "INSERT INTO flyway_schema_history (installed_rank, version, description, type,"
                  + " script, checksum, installed_by, execution_time, success)"
                  + " SELECT 99, '99', description, type, 'V99__later.sql', 1, '', 0, 1"
                  + " FROM flyway_schema_history LIMIT 1"));
    }

    assertThatThrownBy(() -> Databases.sqlite(folder))
        .isInstanceOf(UnusableDatabase.class)
        .hasMessageContaining("its tables are those of a newer Signpost");
  }
}
