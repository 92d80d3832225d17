package signpost.url;

import java.util.regex.Pattern;

/**
 * What in a URL may let somebody in: a user name, a password, and the values of parameters that
 * standards and common frameworks use for it. What a site calls its own is not known.
 */
public final class UrlSecrets {
  private static final String HIDDEN = "REDACTED";

  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)([?&;#](?:access_?token|auth(?:orization)?|auth_?token|id_?token|refresh_?token|token|"
              + "api_?key|secret|client_secret|pass(?:word|wd)?|pwd|jsessionid|phpsessid|"
              + "session_?id|sid|sig|signature|x-amz-[a-z-]+)=)[^&;#]+");

  private static final Pattern USER = Pattern.compile("^([a-z][a-z0-9+.-]*://)[^/?#]*@");

  private UrlSecrets() {}

  /** Whether a URL has any. */
  public static boolean in(WebUrl url) {
    return url.hasUserinfo() || PARAMETER.matcher(url.href()).find();
  }

  /**
   * The URL for others to read: without who signs in, and without the values of such parameters.
   */
  public static String hidden(WebUrl url) {
    String without = USER.matcher(url.href()).replaceFirst("$1");
    return PARAMETER.matcher(without).replaceAll("$1" + HIDDEN);
  }
}
