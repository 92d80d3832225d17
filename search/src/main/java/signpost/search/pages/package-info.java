/** What all pages share: frames, looks, words, and how ingest and the notifier are asked. */
@NullMarked
package signpost.search.pages;

import org.jspecify.annotations.NullMarked;
