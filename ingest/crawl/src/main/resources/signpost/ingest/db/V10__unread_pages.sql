-- Pages that answer and cannot be read, or only in doubt: why, since when, and when last. Read well again, a page leaves.
CREATE TABLE unread_page (
  page   TEXT   NOT NULL PRIMARY KEY,
  reason TEXT   NOT NULL,
  detail TEXT   NOT NULL,
  since  BIGINT NOT NULL,
  at     BIGINT NOT NULL
);
