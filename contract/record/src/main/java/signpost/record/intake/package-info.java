/** From Kafka to whoever keeps what was told: read in order, never stuck behind one record. */
@NullMarked
package signpost.record.intake;

import org.jspecify.annotations.NullMarked;
