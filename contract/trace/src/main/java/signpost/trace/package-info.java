/** One trace for what comes of one visit, through all parts; nothing where nobody collects it. */
@NullMarked
package signpost.trace;

import org.jspecify.annotations.NullMarked;
