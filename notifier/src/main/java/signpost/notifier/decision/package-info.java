/** Whether to tell an owner something now, later or not at all, stage by stage. Pure. */
@NullMarked
package signpost.notifier.decision;

import org.jspecify.annotations.NullMarked;
