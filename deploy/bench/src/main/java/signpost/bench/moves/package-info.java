/** Whether the new homes of pages that really moved are found, and nothing is offered else. */
@NullMarked
package signpost.bench.moves;

import org.jspecify.annotations.NullMarked;
