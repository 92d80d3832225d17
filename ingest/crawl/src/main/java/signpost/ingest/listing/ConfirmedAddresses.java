package signpost.ingest.listing;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import signpost.events.RecordJson;
import signpost.ingest.store.IngestMemo;
import signpost.record.store.Database;
import signpost.web.guide.ConfirmedAddress;

/** What owners of guides said of their lines' addresses, kept until the file says otherwise. */
@Singleton
public final class ConfirmedAddresses {
  private final Database database;

  ConfirmedAddresses(Database database) {
    this.database = database;
  }

  List<ConfirmedAddress> of(String guide) {
    return database.read(handle -> read(handle, guide));
  }

  /** Keeps it in the place of what was said of the same line before it; whether it is new. */
  boolean keep(String guide, ConfirmedAddress said) {
    return database.write(handle -> {
      List<ConfirmedAddress> before = read(handle, guide);
      if (before.stream()
          .anyMatch(it -> it.line().equals(said.line()) && !it.at().isBefore(said.at()))) {
        return false;
      }
      List<ConfirmedAddress> after = new ArrayList<>(before);
      after.removeIf(it -> it.line().equals(said.line()));
      after.add(said);
      IngestMemo.write(handle, name(guide), RecordJson.write(after));
      return true;
    });
  }

  private static List<ConfirmedAddress> read(Handle handle, String guide) {
    return IngestMemo.read(handle, name(guide))
        .map(json -> List.of(RecordJson.read(json, ConfirmedAddress[].class)))
        .orElse(List.of());
  }

  private static String name(String guide) {
    return "confirmed:" + guide;
  }
}
