package signpost.notifier.decision;

import java.time.Duration;
import java.time.LocalTime;

/**
 * When what is told. A first report waits {@code settling} for odd things to be looked at twice,
 * and {@code firstReportAfter} at most for what has not been checked.
 */
record Policy(
    Duration debounce,
    int immediatePerDay,
    LocalTime digestAt,
    Duration firstReportAfter,
    Duration settling) {}
