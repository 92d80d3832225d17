package signpost.url;

import java.util.regex.Pattern;

/**
 * What in a URL may let somebody in: a user name, a password, and the values of parameters that
 * standards and common frameworks use for it. What a site calls its own is not known.
 */
public final class UrlSecrets {
  private static final String HIDDEN = "REDACTED";

  private static final String SECRETS =
      "access_?token|auth(?:orization)?|auth_?token|id_?token|refresh_?token|token|"
          + "api_?key|secret|client_secret|pass(?:word|wd)?|pwd|jsessionid|phpsessid|"
          + "session_?id|sid|sig|signature|x-(?:amz|goog|oss)-[a-z0-9-]+|"
          + "awsaccesskeyid|googleaccessid|ossaccesskeyid|key-pair-id";

  /** What most sites mean otherwise: the number of a page, the code of a course. */
  private static final String PERHAPS =
      "code|key|state|ticket|otp|jwt|assertion|saml(?:response|request|art)|hmac|policy|credentials?|"
          + "session|app_?key|access_?key|subscription-key";

  private static final Pattern SECRET = parameter(SECRETS);
  private static final Pattern ANY = parameter(SECRETS + "|" + PERHAPS);

  private static final Pattern USER = Pattern.compile("^([a-z][a-z0-9+.-]*://)[^/?#]*@");

  private UrlSecrets() {}

  private static Pattern parameter(String names) {
    return Pattern.compile("(?i)([?&;#](?:" + names + ")=)[^&;#]+");
  }

  /** Whether a URL has any for certain: what is read at it is not for others. */
  public static boolean in(WebUrl url) {
    return url.hasUserinfo() || SECRET.matcher(url.href()).find();
  }

  /**
   * Whether a URL has any, or what may be one: then nobody else is told of it. What stands behind
   * escapes counts too, as in the address of another page.
   */
  public static boolean perhapsIn(WebUrl url) {
    return url.hasUserinfo()
        || ANY.matcher(url.href()).find()
        || ANY.matcher(PercentCode.decode(url.href())).find();
  }

  /**
   * The URL for others to read: without who signs in, and without the values of parameters that may
   * let somebody in, though on most pages they do not.
   */
  public static String hidden(WebUrl url) {
    String without = USER.matcher(url.href()).replaceFirst("$1");
    return ANY.matcher(without).replaceAll("$1" + HIDDEN);
  }
}
