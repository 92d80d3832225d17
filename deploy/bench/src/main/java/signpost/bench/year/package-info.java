/** A made-up year of 10,000 links, judged by the real judge and by two simpler ones. */
@NullMarked
package signpost.bench.year;

import org.jspecify.annotations.NullMarked;
