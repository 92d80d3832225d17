/** From Kafka into findings: one loop, offsets stored with what the records led to. */
@NullMarked
package signpost.notifier.intake;

import org.jspecify.annotations.NullMarked;
