-- What came to (+) or went from (-) a page of a host, and when: the same on many pages is their template's. A row without a page says that ops have been told of it.
CREATE TABLE shared_piece (
  host  TEXT   NOT NULL,
  piece TEXT   NOT NULL,
  page  TEXT   NOT NULL,
  at    BIGINT NOT NULL,
  PRIMARY KEY (host, piece, page)
);

-- Pages that could hardly be read, and when last; and when ops were told of it.
CREATE TABLE doubt (
  host TEXT   NOT NULL,
  page TEXT   NOT NULL,
  at   BIGINT NOT NULL,
  PRIMARY KEY (host, page)
);
ALTER TABLE host ADD COLUMN doubted_at BIGINT;
