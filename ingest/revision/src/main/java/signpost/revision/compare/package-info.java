/**
 * How two readings of a page differ: paired blocks, edited words, links, and the dates, contacts
 * and spellings among them. Pure.
 */
@NullMarked
package signpost.revision.compare;

import org.jspecify.annotations.NullMarked;
