/** Asks the public API of a running Signpost, for programs of others; made from its description. */
@NullMarked
package signpost.client;

import org.jspecify.annotations.NullMarked;
