/** What is watched for whom: guides, resources and the health of each, as the topics tell it. */
@NullMarked
package signpost.notifier.listing;

import org.jspecify.annotations.NullMarked;
