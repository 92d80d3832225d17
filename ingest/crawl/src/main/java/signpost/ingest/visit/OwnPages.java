package signpost.ingest.visit;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.Source;
import signpost.url.CanonicalUrl;

/** Hears of each page that a source turns out to have, within the visit's transaction. */
public interface OwnPages {
  void found(Handle handle, Source source, CanonicalUrl page, Instant now);
}
