package signpost.sample.demo;

import java.time.Instant;
import signpost.events.FindingEvent.FindingKind;

/**
 * One thing an owner was told by one message that was sent.
 *
 * @param resolved whether the message says that it is over
 * @param at by the demo's clock
 */
record ToldFinding(
    String owner, String finding, FindingKind kind, String subject, boolean resolved, Instant at) {}
