-- Of a compacted topic the last row of a key stays: a broker that was lost is filled from it.
ALTER TABLE outbox ADD COLUMN latest INTEGER NOT NULL DEFAULT 0;
CREATE INDEX outbox_key ON outbox (topic, record_key, id);
UPDATE outbox SET latest = 1
WHERE body IS NOT NULL
  AND topic IN ('signpost.resources', 'signpost.pages', 'signpost.health', 'signpost.findings')
  AND id = (SELECT MAX(other.id) FROM outbox AS other
            WHERE other.topic = outbox.topic AND other.record_key = outbox.record_key);
DROP INDEX outbox_key;
CREATE UNIQUE INDEX outbox_latest ON outbox (topic, record_key) WHERE latest = 1;
DROP INDEX outbox_sent;
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE latest = 0;

-- Kafka's own ids of the topics that were sent to or read: a topic made anew has another.
CREATE TABLE known_topic (
  purpose TEXT NOT NULL,
  topic   TEXT NOT NULL,
  id      TEXT NOT NULL,
  PRIMARY KEY (purpose, topic)
);
