/** Everything on one machine: the command line, the demo and the sample web. */
@NullMarked
package signpost.local;

import org.jspecify.annotations.NullMarked;
