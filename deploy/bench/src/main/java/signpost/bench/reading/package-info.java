/** How well and how fast pages are read and compared, beside a library that people use. */
@NullMarked
package signpost.bench.reading;

import org.jspecify.annotations.NullMarked;
