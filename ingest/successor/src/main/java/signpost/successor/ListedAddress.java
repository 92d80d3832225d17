package signpost.successor;

import signpost.url.WebUrl;

/** An address that a page links to, and the words of the link. */
public record ListedAddress(WebUrl url, String words) {}
