package signpost.successor;

import signpost.url.WebUrl;
import signpost.web.extract.ReadablePage;

/**
 * A page that may be the successor, as it was read.
 *
 * @param url where it answered, after redirects
 * @param stated whether the publisher named it as what took the old page's place
 * @param listed whether a page that listed the old one lists it now, under the same words
 */
public record CandidatePage(WebUrl url, ReadablePage page, boolean stated, boolean listed) {}
