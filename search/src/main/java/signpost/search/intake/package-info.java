/** From Kafka into the index, exactly from where the index stands. */
@NullMarked
package signpost.search.intake;

import org.jspecify.annotations.NullMarked;
