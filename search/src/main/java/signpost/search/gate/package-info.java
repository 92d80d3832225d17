/** Who may see what: the management address, the password of ops, and whose forms we take. */
@NullMarked
package signpost.search.gate;

import org.jspecify.annotations.NullMarked;
