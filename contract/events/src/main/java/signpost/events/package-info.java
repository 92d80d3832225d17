/** What ingest, search and notifier tell each other: event types, codec and topics. */
@NullMarked
package signpost.events;

import org.jspecify.annotations.NullMarked;
