package signpost.notifier.decision;

import signpost.events.FindingEvent.FindingState;

/** What a group was last told of a finding, and in which delivery. */
record Told(int news, FindingState state, String delivery) {}
