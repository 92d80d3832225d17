package signpost.ingest.check;

import java.util.Arrays;
import java.util.regex.Pattern;
import signpost.events.WebUrl;
import signpost.ingest.extract.Anchors;

/**
 * The syntax of {@code mailto:} (RFC 6068) and {@code tel:} (RFC 3966), as far as it shows slips.
 */
final class Addresses {
  private static final Pattern MAIL =
      Pattern.compile("[^\\s@<>(),;:\\\\\"]{1,64}@[^\\s@<>(),;:\\\\\"]{1,253}");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,63}");

  private Addresses() {}

  static boolean mail(WebUrl url) {
    String to = Anchors.decoded(url.path()).strip();
    if (to.isEmpty()) {
      return url.query().filter(query -> !query.isEmpty()).isPresent();
    }
    return Arrays.stream(to.split(",", -1)).map(String::strip).allMatch(Addresses::one);
  }

  private static boolean one(String address) {
    int at = address.indexOf('@');
    return MAIL.matcher(address).matches()
        && DOMAIN.matcher(address.substring(at + 1)).matches()
        && !address.contains("..")
        && !address.startsWith(".")
        && address.charAt(at - 1) != '.';
  }

  static boolean telephone(WebUrl url) {
    String number = Anchors.decoded(url.path());
    int parameters = number.indexOf(';');
    String bare =
        (parameters < 0 ? number : number.substring(0, parameters)).replaceAll("[\\s().-]", "");
    return bare.matches("\\+?\\d{2,15}|[*#\\d]{2,15}");
  }
}
