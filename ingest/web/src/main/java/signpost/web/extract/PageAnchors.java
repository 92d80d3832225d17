package signpost.web.extract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The places of a page that a fragment can lead to, kept as hashes: a manual's page has hundreds.
 */
public final class PageAnchors {
  private static final Pattern FOR_A_VIEWER = Pattern.compile("[\\w.-]{1,40}=|svgView\\(");

  private static final Pattern STRAY = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private final long[] hashes;

  private PageAnchors(long[] hashes) {
    this.hashes = hashes;
  }

  public static PageAnchors of(Iterable<String> names) {
    long[] hashes = new long[16];
    int n = 0;
    for (String name : names) {
      if (n == hashes.length) {
        hashes = Arrays.copyOf(hashes, n * 2);
      }
      hashes[n++] = hash(name);
    }
    long[] sorted = Arrays.copyOf(hashes, n);
    Arrays.sort(sorted);
    return new PageAnchors(sorted);
  }

  /** These and more. */
  public PageAnchors and(Iterable<String> names) {
    long[] more = of(names).hashes;
    long[] all = Arrays.copyOf(hashes, hashes.length + more.length);
    System.arraycopy(more, 0, all, hashes.length, more.length);
    Arrays.sort(all);
    return new PageAnchors(all);
  }

  /** Those of an HTML page, or of another file in markup. */
  public static PageAnchors in(String html) {
    var names = new AnchorNames();
    HtmlTags.read(html, names);
    return names.anchors();
  }

  /**
   * Whether a fragment, as written in a link, leads nowhere here. The top of a page is always
   * there, and what scripts use as an address of their own cannot be told, nor what viewers do
   * ({@code #t=90}); where GitHub puts its own name before a heading's, browsers are led there by a
   * script.
   */
  public boolean lacks(String written) {
    int directive = written.indexOf(":~:");
    String fragment = directive < 0 ? written : written.substring(0, directive);
    boolean always =
        fragment.isEmpty()
            || fragment.equalsIgnoreCase("top")
            || fragment.startsWith("/")
            || fragment.startsWith("!")
            || FOR_A_VIEWER.matcher(fragment).lookingAt();
    return !always && !has(fragment) && !has(decoded(fragment)) && !has("user-content-" + fragment);
  }

  /** As a browser reads it: what is not well encoded stays as it is. */
  public static String decoded(String fragment) {
    String encoded = STRAY.matcher(fragment.replace("+", "%2B")).replaceAll("%25");
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }

  public boolean has(String name) {
    return Arrays.binarySearch(hashes, hash(name)) >= 0;
  }

  private static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
