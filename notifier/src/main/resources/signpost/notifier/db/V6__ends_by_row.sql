-- When the end of an answer is to be seen to next; nothing once it was, or if it has no end. What
-- ended before this was known is seen to once more, which says the same again.
ALTER TABLE answer ADD COLUMN end_due_at BIGINT;
UPDATE answer SET end_due_at = until_at WHERE standing = 1;
DROP INDEX answer_until;
CREATE INDEX answer_end_due ON answer (standing, end_due_at);
DELETE FROM meta WHERE name = 'answers-looked-at';
