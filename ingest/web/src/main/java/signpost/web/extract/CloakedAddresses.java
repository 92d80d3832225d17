package signpost.web.extract;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Writes out the mail addresses that Cloudflare hides from robots and its script shows to readers:
 * hexadecimal, each byte combined with the first by exclusive or, the first anew at each visit.
 */
final class CloakedAddresses {
  private static final String LINK = "/cdn-cgi/l/email-protection#";
  private static final int LONGEST = 1_000;

  private CloakedAddresses() {}

  static void reveal(Document document) {
    for (Element element : document.select("[data-cfemail]")) {
      address(element.attr("data-cfemail"))
          .ifPresent(address -> {
            element.text(address);
            if (element.hasAttr("href")) {
              element.attr("href", "mailto:" + address);
            }
          });
    }
    for (Element link : document.select("a[href*=" + LINK + "]")) {
      String href = link.attr("href");
      address(href.substring(href.indexOf(LINK) + LINK.length()))
          .ifPresent(address -> link.attr("href", "mailto:" + address));
    }
  }

  /** In a link the subject may follow the address. */
  static Optional<String> address(String hidden) {
    String hex = hidden.strip();
    if (hex.length() < 4 || hex.length() > LONGEST || hex.length() % 2 != 0) {
      return Optional.empty();
    }
    try {
      byte[] bytes = HexFormat.of().parseHex(hex);
      for (int i = 1; i < bytes.length; i++) {
        bytes[i] ^= bytes[0];
      }
      String address = new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8);
      return address.indexOf('@') > 0 ? Optional.of(address) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
