/** Who may ask which of our servers: the rules that all modules keep alike. */
@NullMarked
package signpost.access;

import org.jspecify.annotations.NullMarked;
