-- Since when a host answers 401 or 403 to whoever asks for its robots.txt, by the clock; 0 if it does not.
ALTER TABLE robots ADD COLUMN turned_away_at BIGINT NOT NULL DEFAULT 0;
