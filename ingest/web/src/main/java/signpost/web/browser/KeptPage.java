package signpost.web.browser;

import signpost.url.WebUrl;
import signpost.web.fetch.ResponseBody;

/**
 * A page as it was kept, to be looked at.
 *
 * @param at where it was
 * @param type what its server called it
 */
public record KeptPage(WebUrl at, String type, ResponseBody body) {}
