-- What each visited target says of its host: only silence speaks against it.
ALTER TABLE target ADD COLUMN sign TEXT;
UPDATE target SET sign = CASE
  WHEN failing IS NULL THEN 'WELL'
  WHEN failing IN ('NOT_FOUND', 'GONE') THEN 'MISSING'
  WHEN failing = 'UNKNOWN_HOST' THEN 'NO_NAME'
  WHEN failing IN ('TLS_EXPIRED', 'TLS_UNTRUSTED', 'TLS_WRONG_HOST') THEN 'UNSAFE'
  WHEN failing IN ('DNS_TROUBLE', 'REFUSED', 'UNREACHABLE', 'TLS_HANDSHAKE') THEN 'UNREACHED'
  WHEN failing IN ('SERVER_ERROR', 'TIMED_OUT', 'CONNECTION_LOST') THEN 'MUTE'
  ELSE 'ANSWERS' END
WHERE visited_at IS NOT NULL;
ALTER TABLE target DROP COLUMN failing;
