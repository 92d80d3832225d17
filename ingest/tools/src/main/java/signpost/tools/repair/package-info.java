/** Applies owners' answers to the file a guide is made from: link targets, and nothing else. */
@NullMarked
package signpost.tools.repair;

import org.jspecify.annotations.NullMarked;
