/** The sample web: a small council's guide and a twin of every publisher it signposts to. */
@NullMarked
package signpost.sample.web;

import org.jspecify.annotations.NullMarked;
