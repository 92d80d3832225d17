package signpost.ingest.listing;

import jakarta.inject.Singleton;
import java.util.Optional;
import signpost.events.RecordJson;
import signpost.ingest.store.IngestMemo;
import signpost.record.store.Database;
import signpost.web.guide.ImportedGuide;

/** Keeps what followed guides said last over restarts: their pages may answer "not modified". */
@Singleton
final class LivePages {
  private final Database database;

  LivePages(Database database) {
    this.database = database;
  }

  Optional<ImportedGuide> find(String guide) {
    return database
        .read(handle -> IngestMemo.read(handle, name(guide)))
        .map(json -> RecordJson.read(json, ImportedGuide.class));
  }

  void keep(String guide, ImportedGuide page) {
    database.write(handle -> {
      IngestMemo.write(handle, name(guide), RecordJson.write(page));
      return true;
    });
  }

  private static String name(String guide) {
    return "live:" + guide;
  }
}
