/** What is kept of one person: found by their mail address, and removed when they ask. */
@NullMarked
package signpost.notifier.person;

import org.jspecify.annotations.NullMarked;
