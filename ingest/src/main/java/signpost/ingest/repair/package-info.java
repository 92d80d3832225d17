/** Applies owners' answers to the file a guide is made from: link targets, and nothing else. */
@NullMarked
package signpost.ingest.repair;

import org.jspecify.annotations.NullMarked;
