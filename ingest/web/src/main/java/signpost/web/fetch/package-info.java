/** One URL becomes one outcome; the only place that opens sockets to the web. */
@NullMarked
package signpost.web.fetch;

import org.jspecify.annotations.NullMarked;
