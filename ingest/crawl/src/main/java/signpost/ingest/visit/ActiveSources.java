package signpost.ingest.visit;

import java.util.Optional;
import signpost.catalogue.Source;

/** The sources in force. */
public interface ActiveSources {
  Optional<Source> byId(String id);
}
