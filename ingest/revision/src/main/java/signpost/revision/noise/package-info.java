/**
 * What of a difference is noise: told once it has stayed, forgotten when it comes and goes. Pure.
 */
@NullMarked
package signpost.revision.noise;

import org.jspecify.annotations.NullMarked;
