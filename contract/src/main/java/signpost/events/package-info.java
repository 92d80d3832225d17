/**
 * The contract between ingest, search and notifier: event types, codec, topics and two shared
 * rules.
 */
@NullMarked
package signpost.events;

import org.jspecify.annotations.NullMarked;
