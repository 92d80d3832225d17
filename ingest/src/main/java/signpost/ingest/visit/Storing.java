package signpost.ingest.visit;

import jakarta.inject.Singleton;
import signpost.ingest.frontier.Frontier;
import signpost.ingest.publish.Relay;
import signpost.ingest.store.Database;

/** Where a visit is written down. */
@Singleton
record Storing(Database database, Frontier frontier, Relay relay) {}
