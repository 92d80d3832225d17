@NullMarked
package signpost.web.schedule;

import org.jspecify.annotations.NullMarked;
