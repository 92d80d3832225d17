package signpost.url;

/**
 * How long addresses may be. PostgreSQL refuses a row of an index above 2,704 bytes, and one such
 * address would stop all that is written with it; so longer ones are said and left out.
 */
public final class AddressLength {
  /** Characters of an address as it identifies a page. Browsers and servers stop about here. */
  public static final int MOST = 2_048;

  /** Characters of a page and of what it links to, which stand in one index together. */
  private static final int MOST_TOGETHER = 2_500;

  private AddressLength() {}

  /** Whether an address can be watched. What is behind its {@code #} does not count. */
  public static boolean fits(WebUrl url) {
    return CanonicalUrl.identity(url).length() <= MOST;
  }

  /** Whether it can be kept that one page links to another. */
  public static boolean fit(String page, String target) {
    return page.length() + target.length() <= MOST_TOGETHER;
  }
}
