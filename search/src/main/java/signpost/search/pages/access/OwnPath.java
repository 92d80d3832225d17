package signpost.search.pages.access;

import java.util.regex.Pattern;
import signpost.search.account.Role;

/**
 * Where somebody goes once they are signed in: a page of ours, and no address that others wrote.
 */
final class OwnPath {
  /** No second slash or backslash, which would name a host; no letters that end a header. */
  private static final Pattern OURS =
      Pattern.compile(
          "/(?:(?:%[0-9A-Fa-f]{2}|[\\w.~!$&'()*+,;=:@?-])(?:%[0-9A-Fa-f]{2}|[\\w./~!$&'()*+,;=:@?-])*+)?");

  private static final int LONGEST = 1_000;

  private OwnPath() {}

  /** The same where it is ours; empty for what is not. */
  static String of(String asked) {
    return asked.length() <= LONGEST && OURS.matcher(asked).matches() ? asked : "";
  }

  /** The same, or where such a person usually goes. */
  static String of(String asked, Role role) {
    String ours = of(asked);
    return ours.isEmpty() ? usual(role) : ours;
  }

  private static String usual(Role role) {
    return role == Role.OWNER ? "/yours" : "/crawl";
  }
}
