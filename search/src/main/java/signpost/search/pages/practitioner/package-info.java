/**
 * Pages for whoever looks for something, and for whoever keeps a guide: results, resources,
 * sources, guides.
 */
@NullMarked
package signpost.search.pages.practitioner;

import org.jspecify.annotations.NullMarked;
