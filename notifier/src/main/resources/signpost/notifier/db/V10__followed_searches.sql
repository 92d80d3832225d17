-- Searches that people follow by mail. search is the query of the results' address; based: whether what
-- it found when they began is known, so that the rest is new.
CREATE TABLE followed_search (
  id      TEXT     PRIMARY KEY,
  reader  TEXT     NOT NULL,
  search  TEXT     NOT NULL,
  since   BIGINT   NOT NULL,
  based   SMALLINT NOT NULL DEFAULT 0,
  told_at BIGINT
);
CREATE INDEX followed_search_reader ON followed_search (reader);
CREATE INDEX followed_search_search ON followed_search (search);

-- What the reader of each knows that it finds.
CREATE TABLE followed_result (
  followed TEXT NOT NULL,
  url      TEXT NOT NULL,
  PRIMARY KEY (followed, url)
);
