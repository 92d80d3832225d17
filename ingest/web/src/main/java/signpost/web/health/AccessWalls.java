package signpost.web.health;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;

/** What stands before a page to keep programs or strangers out. Pure. */
final class AccessWalls {
  private static final int SMALL = 60_000;

  /** Products put their scripts into good pages too; a challenge with 200 is hardly more. */
  private static final int TINY = 4_000;

  /** Where a challenge is answered these are set, whatever the status (Cloudflare, AWS). */
  private static final List<String> MARKS = List.of("cf-mitigated", "x-amzn-waf-action");

  /**
   * Headers of products that mark every answer; they mean a wall only on a refusal (DataDome,
   * Imperva).
   */
  private static final List<String> MARKS_OF_REFUSALS =
      List.of("x-datadome", "x-iinfo", "x-sucuri-block");

  /** What challenges hold, and pages do not. */
  private static final Pattern CHALLENGE =
      Pattern.compile(
          "(?i)_Incapsula_Resource\\?|captcha-delivery\\.com/|id=\"px-captcha\""
              + "|/cdn-cgi/challenge-platform/[^\"']*orchestrate|cf-browser-verification"
              + "|<title>Just a moment\\.\\.\\.</title>");

  private static final Set<String> SIGN_IN =
      Set.of("login", "log-in", "signin", "sign-in", "sso", "idp", "wp-login.php", "saml2", "adfs");

  private AccessWalls() {}

  static boolean isBotWall(Answered answer) {
    boolean refusal = Set.of(401, 403, 405, 406, 429, 503).contains(answer.status());
    return has(answer, MARKS)
        || (refusal && has(answer, MARKS_OF_REFUSALS))
        || (refusal && challenges(answer, SMALL))
        || (answer.status() == 200 && challenges(answer, TINY));
  }

  /** Led to a page to sign in, from an address that is none. */
  static boolean isSignIn(Answered answer) {
    return !signsIn(answer.requested()) && signsIn(answer.finalUrl());
  }

  private static boolean has(Answered answer, List<String> names) {
    return names.stream().anyMatch(name -> answer.headers().first(name).isPresent());
  }

  private static boolean challenges(Answered answer, int most) {
    return answer.body().size() > 0
        && answer.body().size() <= most
        && CHALLENGE.matcher(new String(answer.body().bytes(), StandardCharsets.ISO_8859_1)).find();
  }

  private static boolean signsIn(WebUrl url) {
    String host = url.host().toLowerCase(Locale.ROOT);
    return SIGN_IN.contains(host.substring(0, Math.max(0, host.indexOf('.'))))
        || Arrays.stream(url.path().toLowerCase(Locale.ROOT).split("/", -1))
            .anyMatch(SIGN_IN::contains);
  }
}
