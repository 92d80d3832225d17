package signpost.notifier.delivery;

import java.time.Instant;

/**
 * How many messages of a channel are in a state before the last, and when the oldest of them was
 * decided, by the clock.
 */
record UndeliveredCount(String channel, DeliveryState state, long messages, Instant oldestAt) {}
