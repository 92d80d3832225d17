package signpost.ingest.fetch;

/** Visits one URL and says what came of it; never throws for what the web does. */
public interface Fetcher {
  FetchOutcome fetch(FetchRequest request);
}
