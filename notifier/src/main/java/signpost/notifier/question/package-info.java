/** What owners of guides are asked about addresses that are not certain. */
@NullMarked
package signpost.notifier.question;

import org.jspecify.annotations.NullMarked;
