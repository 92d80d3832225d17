/** What owners of guides answered about addresses, as the notifier tells it. */
@NullMarked
package signpost.ingest.answer;

import org.jspecify.annotations.NullMarked;
