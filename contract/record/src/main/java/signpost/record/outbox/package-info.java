/** From the database to Kafka: rows written with the state they tell of, sent in order. */
@NullMarked
package signpost.record.outbox;

import org.jspecify.annotations.NullMarked;
