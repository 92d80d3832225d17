/** The owner's mailbox: the mails that were written instead of sent, and a page that shows them. */
@NullMarked
package signpost.sample.mailbox;

import org.jspecify.annotations.NullMarked;
