-- The row that is the state of a key is found by its number: no index holds all keys once more.
ALTER TABLE last_sequence RENAME TO sequence_before;
CREATE TABLE last_sequence (
  topic      TEXT   NOT NULL,
  record_key TEXT   NOT NULL,
  n          BIGINT NOT NULL,
  state_id   BIGINT,
  PRIMARY KEY (topic, record_key)
) ${byKey};
INSERT INTO last_sequence (topic, record_key, n, state_id)
SELECT s.topic, s.record_key, s.n, o.id
FROM sequence_before s
LEFT JOIN outbox o ON o.topic = s.topic AND o.record_key = s.record_key AND o.latest = 1
ORDER BY s.topic, s.record_key;
DROP TABLE sequence_before;
DROP INDEX outbox_latest;
