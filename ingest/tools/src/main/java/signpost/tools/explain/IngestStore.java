package signpost.tools.explain;

import signpost.url.CanonicalUrl;

/** What an ingest remembers of its targets, to be read only. */
@FunctionalInterface
public interface IngestStore {
  ExplainedLine.RememberedTarget find(CanonicalUrl url);
}
