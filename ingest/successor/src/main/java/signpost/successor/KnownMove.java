package signpost.successor;

import signpost.url.WebUrl;

/** A page of the same publisher that is known to have moved. */
public record KnownMove(WebUrl from, WebUrl to) {}
