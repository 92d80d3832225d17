/** What keepers of guides are asked about addresses that are not sure. */
@NullMarked
package signpost.notifier.question;

import org.jspecify.annotations.NullMarked;
