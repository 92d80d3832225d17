package signpost.local.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What SQLite keeps beside a database: changes of which it may not know yet. */
final class SqliteFiles {
  private SqliteFiles() {}

  /** Its log, the log's index, and what undoes a transaction: https://sqlite.org/tempfiles.html. */
  static List<Path> beside(Path database) {
    return Stream.of("-wal", "-shm", "-journal")
        .map(it -> database.resolveSibling(database.getFileName() + it))
        .toList();
  }
}
