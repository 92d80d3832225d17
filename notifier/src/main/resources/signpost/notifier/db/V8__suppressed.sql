-- Marks of addresses that nobody is to be written to at: whoever reads there had all removed.
CREATE TABLE suppressed (
  digest TEXT   PRIMARY KEY,
  at     BIGINT NOT NULL
);
