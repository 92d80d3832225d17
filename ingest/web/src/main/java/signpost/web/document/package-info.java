/** Documents as people read them: Word, slides, OpenDocument, EPUB and PDF, in reading order. */
@NullMarked
package signpost.web.document;

import org.jspecify.annotations.NullMarked;
