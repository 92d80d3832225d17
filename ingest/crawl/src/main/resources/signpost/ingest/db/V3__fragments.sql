-- Fragments as written in links, with a space between: which a page refers to, and which its target lacks.
ALTER TABLE referrer ADD COLUMN fragments TEXT NOT NULL DEFAULT '';
ALTER TABLE target ADD COLUMN missing_fragments TEXT NOT NULL DEFAULT '';
