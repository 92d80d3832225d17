package signpost.web.extract;

import java.util.regex.Pattern;
import signpost.url.WebUrl;

/**
 * Addresses without what servers write into them anew for every visitor: were they kept, each visit
 * would find other links, and each of them would be watched.
 */
final class SessionUrl {
  private static final Pattern SESSION =
      Pattern.compile(
          "(?i)([;?&])(jsessionid|phpsessid|aspsessionid\\w*|sid|session_?id|(?:csrf|xsrf|auth)?_?token|_csrf|cftoken|cfid|nonce"
              + "|mc_[ce]id|_g[al]|msclkid|dclid|[gw]braid|yclid|igshid|_hs(?:enc|mi)|mkt_tok)=[^&;?#]*");

  /** Against caches: a long random or counting number under a name that says nothing. */
  private static final Pattern BUSTER =
      Pattern.compile(
          "(?i)([?&])(?:v|ver|t|ts|time|timestamp|cb|cache|cachebust(?:er)?|nocache|rnd|rand|random|_)"
              + "=(?:[0-9a-f]{8,64}|\\d{9,20})(?=[&#]|$)");

  /** What then parts nothing any more. */
  private static final Pattern LOOSE = Pattern.compile("[;?&]+(?=[#?]|$)|(?<=[?&])&+");

  private SessionUrl() {}

  static WebUrl without(WebUrl url) {
    String href = url.href();
    if (href.indexOf(';') < 0 && href.indexOf('?') < 0) {
      return url;
    }
    String lasting = BUSTER.matcher(SESSION.matcher(href).replaceAll("$1")).replaceAll("$1");
    return lasting.equals(href)
        ? url
        : WebUrl.parse(LOOSE.matcher(lasting).replaceAll("")).orElse(url);
  }
}
