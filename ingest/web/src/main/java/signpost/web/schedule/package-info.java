/**
 * When a page is looked at again: how often it changes, what its publisher hints, what it costs.
 */
@NullMarked
package signpost.web.schedule;

import org.jspecify.annotations.NullMarked;
