/**
 * Collects what a decision rests on, has it decided, and writes what is told into the ledger and
 * the log.
 */
@NullMarked
package signpost.notifier.telling;

import org.jspecify.annotations.NullMarked;
