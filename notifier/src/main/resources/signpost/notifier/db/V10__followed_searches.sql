-- Searches that people follow by mail. search is the query of the results' address, words the same for
-- people; based: whether what it found when they began is known, so that the rest is new.
CREATE TABLE followed_search (
  id      TEXT     PRIMARY KEY,
  reader  TEXT     NOT NULL,
  search  TEXT     NOT NULL,
  words   TEXT     NOT NULL DEFAULT '',
  since   BIGINT   NOT NULL,
  based   SMALLINT NOT NULL DEFAULT 0,
  told_at BIGINT
);
CREATE INDEX followed_search_reader ON followed_search (reader);
CREATE INDEX followed_search_search ON followed_search (search);

-- What each of them has found: what its reader knows of, and what they are still to be told.
CREATE TABLE followed_result (
  followed  TEXT     NOT NULL,
  url       TEXT     NOT NULL,
  told      SMALLINT NOT NULL,
  title     TEXT     NOT NULL DEFAULT '',
  publisher TEXT     NOT NULL DEFAULT '',
  found_at  BIGINT   NOT NULL,
  PRIMARY KEY (followed, url)
);
CREATE INDEX followed_result_untold ON followed_result (followed) WHERE told = 0;
