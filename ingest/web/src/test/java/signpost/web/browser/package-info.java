/** Tests of the browser, with Chromium where it is installed. */
@NullMarked
package signpost.web.browser;

import org.jspecify.annotations.NullMarked;
