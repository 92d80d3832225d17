-- Written at every visit and read at few: a host's failing targets are found by target_host_due as well.
DROP INDEX target_host_failing;
DROP INDEX outbox_sent;
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;
