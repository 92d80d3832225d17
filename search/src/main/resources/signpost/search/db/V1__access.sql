-- What was done, by whom and from where. Lines are only added; each holds the digest of the one before.
CREATE TABLE audit (
  n      BIGINT PRIMARY KEY,
  line   TEXT   NOT NULL,
  digest TEXT   NOT NULL
);

-- People who sign in here and at no provider. password is an argon2id hash, totp a base32 secret.
CREATE TABLE account (
  name      TEXT   PRIMARY KEY,
  role      TEXT   NOT NULL,
  password  TEXT   NOT NULL,
  totp      TEXT   NOT NULL,
  last_step BIGINT NOT NULL
);

-- Who is signed in; digest is of what their browser has. Times are by the wall.
CREATE TABLE session (
  digest    TEXT   PRIMARY KEY,
  name      TEXT   NOT NULL,
  way       TEXT   NOT NULL,
  role      TEXT   NOT NULL,
  opened_at BIGINT NOT NULL,
  used_at   BIGINT NOT NULL
);
CREATE INDEX session_used ON session (used_at);

-- Wrong guesses, by what was guessed at and from where.
CREATE TABLE guess (
  what    TEXT    PRIMARY KEY,
  n       INTEGER NOT NULL,
  last_at BIGINT  NOT NULL
);

-- Programs that may do something; digest is of their token. Empty until never ends.
CREATE TABLE machine (
  name     TEXT   PRIMARY KEY,
  digest   TEXT   NOT NULL UNIQUE,
  scopes   TEXT   NOT NULL,
  until_at BIGINT
);
