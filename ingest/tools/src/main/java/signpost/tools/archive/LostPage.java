package signpost.tools.archive;

import signpost.url.WebUrl;

/**
 * A page that a link does not lead to any more.
 *
 * @param nameless whether DNS has just said that no host has its name: then it need not be asked
 *     whether that leads into a network of somebody's own
 */
public record LostPage(WebUrl url, boolean nameless) {}
