/** Camel inside Micronaut. */
@NullMarked
package signpost.record.camel;

import org.jspecify.annotations.NullMarked;
