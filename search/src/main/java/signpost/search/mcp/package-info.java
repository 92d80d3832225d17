/**
 * The Model Context Protocol: how language models search and read, with whether each page works.
 */
@NullMarked
package signpost.search.mcp;

import org.jspecify.annotations.NullMarked;
