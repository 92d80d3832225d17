package signpost.notifier.decision;

import java.time.Duration;
import java.time.LocalTime;

/** When what is told. */
record Policy(
    Duration debounce, int immediatePerDay, LocalTime digestAt, Duration firstReportAfter) {}
