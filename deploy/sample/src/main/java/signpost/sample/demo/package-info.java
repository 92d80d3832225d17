/** The demo: a simulated clock over the sample web, and its story told beside what was due. */
@NullMarked
package signpost.sample.demo;

import org.jspecify.annotations.NullMarked;
