package signpost.ingest.listing;

import jakarta.inject.Singleton;
import java.util.Optional;
import signpost.record.store.Database;
import signpost.web.guide.ImportedGuide;
import signpost.web.health.TargetStateCodec;

/** Keeps what followed guides said last over restarts: their pages may answer "not modified". */
@Singleton
final class LivePages {
  private final Database database;

  LivePages(Database database) {
    this.database = database;
  }

  Optional<ImportedGuide> find(String guide) {
    return database
        .read(handle -> Memo.read(handle, name(guide)))
        .map(json -> TargetStateCodec.read(json, ImportedGuide.class));
  }

  void keep(String guide, ImportedGuide page) {
    database.write(handle -> {
      Memo.write(handle, name(guide), TargetStateCodec.write(page));
      return true;
    });
  }

  private static String name(String guide) {
    return "live:" + guide;
  }
}
