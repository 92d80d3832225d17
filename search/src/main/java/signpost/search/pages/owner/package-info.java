/** Pages for owners: what is open for them, what they answer, how they are told. */
@NullMarked
package signpost.search.pages.owner;

import org.jspecify.annotations.NullMarked;
