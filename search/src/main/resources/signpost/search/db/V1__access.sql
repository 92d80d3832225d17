-- What was done, by whom and from where. Lines are only added; each holds the digest of the one before.
CREATE TABLE audit (
  n      BIGINT PRIMARY KEY,
  line   TEXT   NOT NULL,
  digest TEXT   NOT NULL
);
${sqlite}CREATE TRIGGER audit_stays_as_written BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'lines of the audit log are only added'); END;
${sqlite}CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'lines of the audit log are only added'); END;
${postgresql}CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'lines of the audit log are only added'; END $$;
${postgresql}CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_stays();

-- People who sign in here and at no provider. password is an argon2id hash, totp a base32 secret.
CREATE TABLE account (
  name      TEXT   PRIMARY KEY,
  role      TEXT   NOT NULL,
  password  TEXT   NOT NULL,
  totp      TEXT   NOT NULL,
  last_step BIGINT NOT NULL
);

-- Who is signed in; digest is of what their browser has, basis of that and the secret that let them in. subject is what
-- a provider calls them, which outlives their name. Times are by the wall.
CREATE TABLE session (
  digest    TEXT   PRIMARY KEY,
  name      TEXT   NOT NULL,
  subject   TEXT   NOT NULL,
  way       TEXT   NOT NULL,
  basis     TEXT   NOT NULL,
  role      TEXT   NOT NULL,
  opened_at BIGINT NOT NULL,
  used_at   BIGINT NOT NULL
);
CREATE INDEX session_used ON session (used_at);

-- Wrong guesses, by digests of what was guessed at and from where.
CREATE TABLE guess (
  what    TEXT    PRIMARY KEY,
  n       INTEGER NOT NULL,
  last_at BIGINT  NOT NULL
);
CREATE INDEX guess_last ON guess (last_at);

-- Programs that may do something; digest is of their token. Empty until never ends.
CREATE TABLE machine (
  name     TEXT   PRIMARY KEY,
  digest   TEXT   NOT NULL UNIQUE,
  scopes   TEXT   NOT NULL,
  until_at BIGINT
);
