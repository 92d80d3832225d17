/** Who may ask which of our servers: the rules that all modules keep alike. */
@NullMarked
package signpost.http.access;

import org.jspecify.annotations.NullMarked;
