/** The topics on Kafka: made where missing, and what stands in them. */
@NullMarked
package signpost.record.topic;

import org.jspecify.annotations.NullMarked;
