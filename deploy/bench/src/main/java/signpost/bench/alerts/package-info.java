/** How the notifier fares with many events, many owners, and when it is killed. */
@NullMarked
package signpost.bench.alerts;

import org.jspecify.annotations.NullMarked;
