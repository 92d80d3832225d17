package signpost.search.pages.ops;

/**
 * Something that somebody should see to, as a sentence, and the page that says more of it; {@code
 * urgent}: readers or owners notice, or soon will.
 */
record OpsTrouble(boolean urgent, String words, String more) {}
