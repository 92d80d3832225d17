package signpost.web.extract;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link by which a reader calls, texts or writes, in one spelling whatever the page's: {@code
 * tel:08001111}, {@code sms:85258}, {@code mailto:help@example.org}, {@code https://wa.me/44…}.
 *
 * @param scheme {@code tel}, {@code sms}, {@code mailto} or {@code https://wa.me/}
 * @param detail the number or address
 */
public record ContactUrl(String scheme, String detail) {
  private static final String WHATSAPP = "https://wa.me/";
  private static final Set<String> NUMBERS = Set.of("tel", "callto", "sms", "smsto");

  /** Of a number: what callers leave out or dial after it. */
  private static final Pattern EXTENSION =
      Pattern.compile("(?i)(?:;ext=|;postd=|[,;wp]|x|ext\\.?)([\\d*#]{1,12})$");

  private static final Pattern PHONE = Pattern.compile("[?&]phone=([^&]*)");

  /** Nothing where a link leads elsewhere, or to nobody: {@code mailto:?body=} shares a page. */
  public static Optional<ContactUrl> of(String url) {
    int colon = url.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
    if (scheme.equals("mailto")) {
      return address(PageAnchors.decoded(untilQuery(url.substring(colon + 1))));
    }
    if (NUMBERS.contains(scheme)) {
      String kind = scheme.startsWith("sms") ? "sms" : "tel";
      return number(kind, PageAnchors.decoded(untilQuery(url.substring(colon + 1))));
    }
    return scheme.startsWith("http") ? whatsApp(url) : Optional.empty();
  }

  /** Whether it is a number rather than an address. */
  public boolean isNumber() {
    return !scheme.equals("mailto");
  }

  /** As it is compared and kept. */
  public String url() {
    return scheme.equals(WHATSAPP) ? scheme + detail : scheme + ":" + detail;
  }

  private static Optional<ContactUrl> address(String written) {
    String address = written.strip().toLowerCase(Locale.ROOT);
    return address.indexOf('@') > 0
        ? Optional.of(new ContactUrl("mailto", address))
        : Optional.empty();
  }

  private static Optional<ContactUrl> number(String scheme, String written) {
    Matcher extension = EXTENSION.matcher(written);
    boolean extended = extension.find();
    String number = national(extended ? written.substring(0, extension.start()) : written);
    return number.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ContactUrl(scheme, extended ? number + "x" + extension.group(1) : number));
  }

  /** {@code +44 (0)131 496 0001} is {@code 01314960001}. */
  private static String national(String written) {
    String digits = written.replace("(0)", "").replaceAll("[^+\\d]", "");
    return digits.replaceFirst("^(?:\\+|00)440?", "0");
  }

  private static Optional<ContactUrl> whatsApp(String url) {
    String rest = url.replaceFirst("^https?://(?:www\\.)?", "");
    Matcher phone = PHONE.matcher(rest);
    String number =
        rest.startsWith("wa.me/")
            ? untilQuery(rest.substring("wa.me/".length()))
            : rest.startsWith("api.whatsapp.com/") && phone.find() ? phone.group(1) : "";
    String digits = PageAnchors.decoded(number).replaceAll("\\D", "");
    return digits.isEmpty() ? Optional.empty() : Optional.of(new ContactUrl(WHATSAPP, digits));
  }

  private static String untilQuery(String text) {
    int end = text.indexOf('?');
    return end < 0 ? text : text.substring(0, end);
  }
}
