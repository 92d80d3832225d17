/** What ops is told of the catalogue's files. */
@NullMarked
package signpost.notifier.news;

import org.jspecify.annotations.NullMarked;
