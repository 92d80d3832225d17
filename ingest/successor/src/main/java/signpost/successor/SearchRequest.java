package signpost.successor;

import signpost.url.WebUrl;

/**
 * One address to ask for, and what for.
 *
 * @param url where the publisher's records are asked: the page they are about
 */
public record SearchRequest(WebUrl url, SearchStep step) {

  /** What an address is asked for. */
  public enum SearchStep {
    /** What the publisher's own records say of the old page. */
    RECORD,
    /** What they say that the publication holds which held the old page. */
    HOLDER,
    /** What the publisher says at the old address. */
    OLD_ADDRESS,
    /** Which pages there are. */
    SITEMAP,
    /** What stands beside the old address. */
    LISTING,
    /** Whether it is the successor. */
    CANDIDATE
  }
}
