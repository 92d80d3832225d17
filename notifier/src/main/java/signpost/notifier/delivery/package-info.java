/** The ledger of messages and their ways out: mail, webhook, feed, or a folder. */
@NullMarked
package signpost.notifier.delivery;

import org.jspecify.annotations.NullMarked;
