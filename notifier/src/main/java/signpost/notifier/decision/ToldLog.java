package signpost.notifier.decision;

import java.time.Instant;
import signpost.events.FindingEvent.FindingState;

/** What a group was last told of a finding, when, and in which delivery first. */
public record ToldLog(int news, FindingState state, Instant at, String delivery) {}
