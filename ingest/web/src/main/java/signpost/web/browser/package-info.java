/** Reads pages that scripts write through Chromium, which asks the web nothing but through us. */
@NullMarked
package signpost.web.browser;

import org.jspecify.annotations.NullMarked;
