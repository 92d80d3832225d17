-- Instants are milliseconds since 1970; flags are 0 or 1; body columns hold JSON.

CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

-- Where to go on in each partition; written with what the records led to.
CREATE TABLE position (
  topic       TEXT    NOT NULL,
  part        INTEGER NOT NULL,
  next_offset BIGINT  NOT NULL,
  PRIMARY KEY (topic, part)
);

-- The last event handled of each key, so that a repeat is recognised.
CREATE TABLE seen (
  topic      TEXT   NOT NULL,
  record_key TEXT   NOT NULL,
  sequence   BIGINT NOT NULL,
  at         BIGINT NOT NULL,
  PRIMARY KEY (topic, record_key)
);

CREATE TABLE guide (
  id        TEXT PRIMARY KEY,
  page      TEXT,
  listed_at BIGINT NOT NULL,
  body      TEXT   NOT NULL
);
CREATE INDEX guide_page ON guide (page);

CREATE TABLE resource (
  url  TEXT PRIMARY KEY,
  ours SMALLINT NOT NULL,
  body TEXT     NOT NULL
);

-- Who watches what: a URL, the guide it matters to ('' for a page of one's own), and an owner.
-- via names the page of ours that links there when no guide lists it, '' otherwise.
CREATE TABLE watch (
  url     TEXT NOT NULL,
  host    TEXT NOT NULL,
  guide   TEXT NOT NULL,
  owner   TEXT NOT NULL,
  via     TEXT NOT NULL,
  PRIMARY KEY (url, guide, owner, via)
);
CREATE INDEX watch_owner ON watch (owner);
CREATE INDEX watch_host ON watch (host);

CREATE TABLE health (
  target TEXT PRIMARY KEY,
  body   TEXT NOT NULL
);

-- The latest transition of every target, wherever it stands: it may be listed later.
CREATE TABLE transition (
  target   TEXT   PRIMARY KEY,
  sequence BIGINT NOT NULL,
  body     TEXT   NOT NULL
);

CREATE TABLE finding (
  id        TEXT PRIMARY KEY,
  subject   TEXT   NOT NULL,
  kind      TEXT   NOT NULL,
  state     TEXT   NOT NULL,
  opened_at BIGINT NOT NULL,
  body      TEXT   NOT NULL
);
CREATE INDEX finding_subject ON finding (subject, kind);
CREATE INDEX finding_state ON finding (state);

-- When an owner's messages are decided next.
CREATE TABLE waiting (
  owner  TEXT PRIMARY KEY,
  due_at BIGINT NOT NULL
);
CREATE INDEX waiting_due ON waiting (due_at);

-- The notification log: what each group was last told of each finding.
CREATE TABLE told (
  owner    TEXT    NOT NULL,
  channel  TEXT    NOT NULL,
  guide    TEXT    NOT NULL,
  finding  TEXT    NOT NULL,
  news     INTEGER NOT NULL,
  state    TEXT    NOT NULL,
  at       BIGINT  NOT NULL,
  delivery TEXT    NOT NULL,
  PRIMARY KEY (owner, channel, guide, finding)
);
CREATE INDEX told_finding ON told (finding);

CREATE TABLE first_report (
  owner    TEXT   NOT NULL,
  channel  TEXT   NOT NULL,
  guide    TEXT   NOT NULL,
  at       BIGINT NOT NULL,
  PRIMARY KEY (owner, channel, guide)
);

-- The delivery ledger. next_attempt_at is by the wall, the other instants by the clock.
CREATE TABLE delivery (
  id              TEXT PRIMARY KEY,
  n               BIGINT  NOT NULL,
  owner           TEXT    NOT NULL,
  channel         TEXT    NOT NULL,
  kind            TEXT    NOT NULL,
  state           TEXT    NOT NULL,
  reason          TEXT,
  attempts        INTEGER NOT NULL,
  next_attempt_at BIGINT  NOT NULL,
  decided_at      BIGINT  NOT NULL,
  sent_at         BIGINT,
  mail            TEXT    NOT NULL,
  told            TEXT    NOT NULL
);
CREATE INDEX delivery_due ON delivery (state, next_attempt_at);
CREATE INDEX delivery_owner ON delivery (owner, decided_at);

CREATE TABLE outbox (
  id         ${identity},
  topic      TEXT   NOT NULL,
  record_key TEXT   NOT NULL,
  headers    TEXT   NOT NULL,
  body       TEXT,
  created_at BIGINT NOT NULL,
  sent_at    BIGINT
);
CREATE INDEX outbox_sent ON outbox (sent_at);

CREATE TABLE last_sequence (
  topic      TEXT   NOT NULL,
  record_key TEXT   NOT NULL,
  n          BIGINT NOT NULL,
  PRIMARY KEY (topic, record_key)
);
