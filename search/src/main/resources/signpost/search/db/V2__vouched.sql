-- The mail address, in small letters, at which a provider vouches for whoever is signed in; empty where it does not.
ALTER TABLE session ADD COLUMN address TEXT NOT NULL DEFAULT '';
