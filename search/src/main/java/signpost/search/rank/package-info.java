/** From what was typed to documents in order: queries, synonyms, spelling, fusion. */
@NullMarked
package signpost.search.rank;

import org.jspecify.annotations.NullMarked;
