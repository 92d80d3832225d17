/** What was done by whom and from where, in lines that are only added and prove each other. */
@NullMarked
package signpost.search.audit;

import org.jspecify.annotations.NullMarked;
