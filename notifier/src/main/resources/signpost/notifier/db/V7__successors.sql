-- Where pages that ended went, as ingest told last, and what owners said is not it.
CREATE TABLE successor (
  subject TEXT PRIMARY KEY,
  found   TEXT NOT NULL
);
CREATE TABLE refused_successor (
  subject TEXT   NOT NULL,
  address TEXT   NOT NULL,
  owner   TEXT   NOT NULL,
  at      BIGINT NOT NULL,
  PRIMARY KEY (subject, address)
);
