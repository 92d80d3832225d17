-- The tables that the record's promises need, as each module with an outbox has them.

CREATE TABLE outbox (
  id         ${identity},
  topic      TEXT    NOT NULL,
  record_key TEXT    NOT NULL,
  headers    TEXT    NOT NULL,
  body       TEXT,
  created_at BIGINT  NOT NULL,
  sent_at    BIGINT,
  latest     INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX outbox_unsent ON outbox (id) WHERE sent_at IS NULL;
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE latest = 0;

CREATE TABLE last_sequence (
  topic      TEXT   NOT NULL,
  record_key TEXT   NOT NULL,
  n          BIGINT NOT NULL,
  state_id   BIGINT,
  PRIMARY KEY (topic, record_key)
) ${byKey};

CREATE TABLE known_topic (
  purpose TEXT NOT NULL,
  topic   TEXT NOT NULL,
  id      TEXT NOT NULL,
  PRIMARY KEY (purpose, topic)
);
