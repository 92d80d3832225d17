/** The ledger of messages and their way out by mail or into a folder. */
@NullMarked
package signpost.notifier.delivery;

import org.jspecify.annotations.NullMarked;
