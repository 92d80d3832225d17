-- Which pages link to a target, as its last transition said: a page may turn out to be ours later.
CREATE TABLE link_on (
  page   TEXT NOT NULL,
  target TEXT NOT NULL,
  PRIMARY KEY (page, target)
);
CREATE INDEX link_on_target ON link_on (target);
