/** What people and machines ask of the notifier: their own page, their wishes, reports. */
@NullMarked
package signpost.notifier.desk;

import org.jspecify.annotations.NullMarked;
