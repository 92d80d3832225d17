/** What is a record's own fault. */
@NullMarked
package signpost.record.intake;

import org.jspecify.annotations.NullMarked;
