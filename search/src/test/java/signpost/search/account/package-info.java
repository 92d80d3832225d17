/** Facts about who may do what. */
@NullMarked
package signpost.search.account;

import org.jspecify.annotations.NullMarked;
