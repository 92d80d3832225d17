-- What owners answered. The latest of a guide, a subject and a kind stands.
CREATE TABLE answer (
  id       ${identity},
  guide    TEXT    NOT NULL,
  subject  TEXT    NOT NULL,
  kind     TEXT    NOT NULL,
  finding  TEXT    NOT NULL,
  news     INTEGER NOT NULL,
  rule     TEXT    NOT NULL,
  verdict  TEXT    NOT NULL,
  words    TEXT    NOT NULL,
  until_at BIGINT,
  owner    TEXT    NOT NULL,
  at       BIGINT  NOT NULL,
  standing SMALLINT NOT NULL
);
CREATE INDEX answer_guide ON answer (guide, standing);
CREATE INDEX answer_subject ON answer (subject, kind, standing);
CREATE INDEX answer_until ON answer (standing, until_at);
CREATE INDEX answer_verdict ON answer (verdict);
CREATE INDEX delivery_n ON delivery (n);

-- Who stands in for whoever is nearer and does not answer.
ALTER TABLE watch ADD COLUMN stands_in SMALLINT NOT NULL DEFAULT 0;
CREATE INDEX watch_via ON watch (via) WHERE via <> '';

-- What people chose on their own pages.
CREATE TABLE wish (
  owner TEXT PRIMARY KEY,
  body  TEXT NOT NULL
);

-- Who asked to be told and proved their address.
CREATE TABLE subscriber (
  id   TEXT PRIMARY KEY,
  body TEXT NOT NULL
);

-- Where machines are told; secret is base64.
CREATE TABLE endpoint (
  owner       TEXT PRIMARY KEY,
  url         TEXT NOT NULL,
  secret      TEXT NOT NULL,
  state       TEXT NOT NULL,
  changed_at  BIGINT NOT NULL
);

-- Who reads a feed. generation makes older addresses of it worthless.
CREATE TABLE feed (
  owner      TEXT PRIMARY KEY,
  generation INTEGER NOT NULL
);

-- When a link was last asked for by an address, so that nobody is flooded. at is by the wall.
CREATE TABLE asked (
  what TEXT   NOT NULL,
  who  TEXT   NOT NULL,
  at   BIGINT NOT NULL,
  n    INTEGER NOT NULL,
  PRIMARY KEY (what, who)
);

-- When a resource was first listed, and when its review was last asked for.
CREATE TABLE review (
  url   TEXT PRIMARY KEY,
  since BIGINT NOT NULL
);
CREATE INDEX review_since ON review (since);
INSERT INTO review (url, since)
  SELECT url, ${now} FROM resource WHERE body LIKE '%"placements":[{%';

-- What the receiver said of the last attempt, for ops.
ALTER TABLE delivery ADD COLUMN detail TEXT NOT NULL DEFAULT '';
