package signpost.ingest.visit;

import jakarta.inject.Singleton;
import signpost.ingest.evidence.EvidenceStep;
import signpost.ingest.frontier.Frontier;
import signpost.record.outbox.Relay;
import signpost.record.store.Database;

/** Where a visit is written down. */
@Singleton
record VisitStorage(Database database, Frontier frontier, Relay relay, EvidenceStep evidence) {}
