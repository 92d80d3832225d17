-- Instants are milliseconds since 1970. due_at and *_at are by the clock, lease_* and next_allowed_at by the wall.
CREATE TABLE host (
  origin          TEXT    NOT NULL PRIMARY KEY,
  due_at          BIGINT  NOT NULL,
  next_allowed_at BIGINT  NOT NULL DEFAULT 0,
  lease_until     BIGINT  NOT NULL DEFAULT 0,
  lease_token     BIGINT  NOT NULL DEFAULT 0,
  paused          INTEGER NOT NULL DEFAULT 0,
  pace            TEXT,
  incident        TEXT,
  last_outcome    TEXT,
  failed          INTEGER NOT NULL DEFAULT 0,
  visited_at      BIGINT
);
CREATE INDEX host_due ON host (due_at);

CREATE TABLE target (
  url           TEXT    NOT NULL PRIMARY KEY,
  request_url   TEXT    NOT NULL,
  host          TEXT    NOT NULL,
  kind          TEXT    NOT NULL,
  placed        INTEGER NOT NULL,
  source        TEXT,
  depth         INTEGER NOT NULL,
  due_at        BIGINT  NOT NULL,
  health        TEXT,
  broken        INTEGER NOT NULL DEFAULT 0,
  failing       TEXT,
  judged        TEXT,
  revised       TEXT,
  etag          TEXT,
  last_modified TEXT,
  full_at       BIGINT,
  visited_at    BIGINT
);
CREATE INDEX target_host_due ON target (host, due_at);
CREATE INDEX target_host_failing ON target (host, failing);
CREATE INDEX target_source ON target (source);

CREATE TABLE referrer (
  target  TEXT NOT NULL,
  page    TEXT NOT NULL,
  text    TEXT NOT NULL,
  heading TEXT NOT NULL,
  PRIMARY KEY (target, page)
);
CREATE INDEX referrer_page ON referrer (page);

CREATE TABLE listing (
  record_key TEXT NOT NULL PRIMARY KEY,
  event      TEXT NOT NULL
);

CREATE TABLE robots (
  origin     TEXT    NOT NULL PRIMARY KEY,
  status     INTEGER NOT NULL,
  body       TEXT    NOT NULL,
  fetched_at BIGINT  NOT NULL
);

CREATE TABLE last_sequence (
  topic      TEXT   NOT NULL,
  record_key TEXT   NOT NULL,
  n          BIGINT NOT NULL,
  PRIMARY KEY (topic, record_key)
);

CREATE TABLE outbox (
  id         ${identity},
  topic      TEXT   NOT NULL,
  record_key TEXT   NOT NULL,
  headers    TEXT   NOT NULL,
  body       TEXT,
  created_at BIGINT NOT NULL,
  sent_at    BIGINT
);
CREATE INDEX outbox_unsent ON outbox (id) WHERE sent_at IS NULL;
CREATE INDEX outbox_sent ON outbox (sent_at);

CREATE TABLE memo (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);
