package signpost.web.extract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import signpost.events.Sha256;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;

/** The hash under which two readings of a page are the same to a reader. */
final class Fingerprint {
  private Fingerprint() {}

  static String of(ReadablePage page) {
    MessageDigest digest = Sha256.function();
    add(digest, 'T', page.title());
    for (TextBlock block : page.blocks()) {
      add(digest, block.kind().name().charAt(0), block.text());
    }
    for (Notice notice : page.notices()) {
      add(digest, 'N', notice.kind() + " " + notice.text());
      notice.replacement().ifPresent(url -> add(digest, 'U', identity(url)));
    }
    for (Outlink link : page.outlinks()) {
      add(digest, 'L', place(link.identity()) + link.fragment().map(f -> "#" + f).orElse(""));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static String identity(WebUrl url) {
    return CanonicalUrl.identity(SessionUrl.without(url));
  }

  static String place(String identity) {
    String place = identity.substring(host(identity));
    if (place.indexOf('?') >= 0) {
      place = place.replace("/?", "?").replace("?&", "?");
    }
    int end = place.length();
    while (end > 0 && "?&/".indexOf(place.charAt(end - 1)) >= 0) {
      end--;
    }
    return place.substring(0, end);
  }

  /** Where its host begins, "www." left out. */
  private static int host(String identity) {
    int host = identity.startsWith("https://") ? 8 : identity.startsWith("http://") ? 7 : 0;
    return host > 0 && identity.startsWith("www.", host) ? host + 4 : host;
  }

  private static void add(MessageDigest digest, char kind, String text) {
    digest.update(
        (kind + " " + ReadableText.oneLine(text) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
