package signpost.ingest.listing;

import jakarta.inject.Singleton;
import java.util.Optional;
import signpost.events.RecordJson;
import signpost.ingest.store.IngestMemo;
import signpost.record.store.Database;
import signpost.web.guide.ImportedGuide;

/** Keeps what pages of guides said last over restarts: their pages may answer "not modified". */
@Singleton
final class LivePages {
  private static final String RELIED = "live:";
  private static final String LAST = "live-last:";

  private final Database database;

  LivePages(Database database) {
    this.database = database;
  }

  /** What can be relied on of a guide's page; empty where it was never read. */
  Optional<ImportedGuide> find(String guide) {
    return find(RELIED, guide);
  }

  /** The page as it was read last. */
  Optional<ImportedGuide> last(String guide) {
    return find(LAST, guide);
  }

  void keep(String guide, ImportedGuide relied, ImportedGuide last) {
    database.write(handle -> {
      IngestMemo.write(handle, RELIED + guide, RecordJson.write(relied));
      IngestMemo.write(handle, LAST + guide, RecordJson.write(last));
      return true;
    });
  }

  private Optional<ImportedGuide> find(String kind, String guide) {
    return database
        .read(handle -> IngestMemo.read(handle, kind + guide))
        .map(json -> RecordJson.read(json, ImportedGuide.class));
  }
}
