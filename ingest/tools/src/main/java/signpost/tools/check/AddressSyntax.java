package signpost.tools.check;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.url.WebUrl;
import signpost.web.extract.PageAnchors;

/**
 * The syntax of {@code mailto:} (RFC 6068), {@code tel:} (RFC 3966) and {@code sms:} (RFC 5724), as
 * far as it shows slips: what telephones and mail programs understand beside it counts as right.
 */
final class AddressSyntax {
  private static final Pattern MAIL =
      Pattern.compile("[^\\s@<>(),;:\\\\\"]{1,64}@[^\\s@<>(),;:\\\\\"]{1,253}");
  private static final Pattern NAMED = Pattern.compile("[^<>@]*<([^<>]*)>");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,63}");

  /** What stands between the figures of a number for whoever reads it. */
  private static final String SEPARATORS =
      "[\\s\\u00a0\\u2007\\u2009\\u202f().\\-\\u2010-\\u2015/]";

  /** With all that is dialled after it; the pattern takes a longer one apart too deeply. */
  private static final int LONGEST_NUMBER = 300;

  /** A number, pauses with what is dialled then, an extension, and parameters. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)(?:\\+?\\d{2,16}|[*#\\d]{2,32})"
              + "(?:(?:[,;pw]+|ext\\.?|x|#)[\\d*#abcd]{1,32}[#*]?)*"
              + "(?:[,;pw]+)?"
              + "(?:;[a-z\\d-]+(?:=[^;]*)?)*");

  private AddressSyntax() {}

  static boolean mail(WebUrl url) {
    String to = PageAnchors.decoded(url.path()).strip();
    if (to.isEmpty()) {
      return url.query().filter(query -> !query.isEmpty()).isPresent();
    }
    return Arrays.stream(to.split(",", -1)).map(String::strip).allMatch(AddressSyntax::one);
  }

  private static boolean one(String written) {
    Matcher named = NAMED.matcher(written);
    String address = named.matches() ? named.group(1).strip() : written;
    int at = address.indexOf('@');
    return MAIL.matcher(address).matches()
        && DOMAIN.matcher(address.substring(at + 1)).matches()
        && !address.contains("..")
        && !address.startsWith(".")
        && address.charAt(at - 1) != '.';
  }

  static boolean telephone(WebUrl url) {
    return number(PageAnchors.decoded(url.path()));
  }

  /** One number or several, or none where a reader is to choose. */
  static boolean message(WebUrl url) {
    String to = PageAnchors.decoded(url.path()).replaceFirst("^//", "").strip();
    return to.isEmpty()
        ? url.query().filter(query -> !query.isEmpty()).isPresent()
        : Arrays.stream(to.split(",", -1)).allMatch(AddressSyntax::number);
  }

  private static boolean number(String written) {
    String number = written.replaceAll(SEPARATORS, "");
    return number.length() <= LONGEST_NUMBER && NUMBER.matcher(number).matches();
  }
}
