-- The names that guides lead to: what their registries said, and when they are asked again (by the clock).
CREATE TABLE registration (
  domain TEXT   NOT NULL PRIMARY KEY,
  due_at BIGINT NOT NULL,
  state  TEXT   NOT NULL
);
