-- Until when a host is left alone, by the clock: 0 is not at all, the largest number until somebody says otherwise.
ALTER TABLE host ADD COLUMN paused_until BIGINT NOT NULL DEFAULT 0;
UPDATE host SET paused_until = 9223372036854775807 WHERE paused <> 0;
ALTER TABLE host DROP COLUMN paused;
