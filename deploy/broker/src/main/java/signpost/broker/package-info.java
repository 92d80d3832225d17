/** A real Kafka broker for one machine and for tests. */
@NullMarked
package signpost.broker;

import org.jspecify.annotations.NullMarked;
