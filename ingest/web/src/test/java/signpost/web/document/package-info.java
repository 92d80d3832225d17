@NullMarked
package signpost.web.document;

import org.jspecify.annotations.NullMarked;
