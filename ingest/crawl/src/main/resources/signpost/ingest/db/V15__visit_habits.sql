-- How often a target changes and what its publisher says of that; and what a host's sitemaps are worth. JSON, as signpost.web.schedule has it.
ALTER TABLE target ADD COLUMN habit TEXT;
ALTER TABLE host ADD COLUMN hints TEXT;
