-- Where placed targets that end went: looked for while the evidence gathers, told once it is in. All by the clock.
CREATE TABLE successor (
  target    TEXT    NOT NULL PRIMARY KEY,
  publisher TEXT    NOT NULL,
  since     BIGINT  NOT NULL,
  confirmed INTEGER NOT NULL,
  found     TEXT,
  tries     INTEGER NOT NULL,
  due_at    BIGINT  NOT NULL
);
CREATE INDEX successor_due ON successor (due_at);
