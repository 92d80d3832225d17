package signpost.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A URL while it is being parsed. */
final class UrlParts {
  private static final Map<String, Integer> SPECIAL =
      Map.of("http", 80, "https", 443, "ws", 80, "wss", 443, "ftp", 21, "file", -1);

  String scheme = "";
  final StringBuilder username = new StringBuilder();
  final StringBuilder password = new StringBuilder();
  @Nullable String host;
  int port = -1;
  boolean opaque;
  final StringBuilder opaquePath = new StringBuilder();
  final List<String> path = new ArrayList<>();
  @Nullable String query;
  @Nullable StringBuilder fragment;
  private boolean passwordTokenSeen;

  static boolean special(String scheme) {
    return SPECIAL.containsKey(scheme);
  }

  /** The port a scheme stands for, −1 where it has none. */
  static int defaultPort(String scheme) {
    return SPECIAL.getOrDefault(scheme, -1);
  }

  boolean special() {
    return special(scheme);
  }

  void takeAuthority(WebUrl base) {
    username.append(base.username());
    password.append(base.password());
    host = base.hostOrNull();
    port = base.writtenPort();
  }

  void takePath(WebUrl base) {
    path.addAll(base.segments());
    query = base.query().orElse(null);
  }

  void takeCredentials(String text) {
    text.codePoints()
        .forEach(c -> {
          if (c == ':' && !passwordTokenSeen) {
            passwordTokenSeen = true;
          } else {
            PercentCode.USERINFO.append(passwordTokenSeen ? password : username, c);
          }
        });
  }

  void takeSegment(String segment, boolean more) {
    String dots = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
    if (dots.equals("..")) {
      shorten();
    }
    if (dots.equals("..") || dots.equals(".")) {
      if (!more) {
        path.add("");
      }
    } else if (scheme.equals("file") && path.isEmpty() && driveLetter(segment)) {
      path.add(segment.charAt(0) + ":");
    } else {
      path.add(segment);
    }
  }

  /** One segment up; a Windows drive letter stays. */
  void shorten() {
    if (scheme.equals("file") && path.size() == 1 && normalDriveLetter(path.getFirst())) {
      return;
    }
    if (!path.isEmpty()) {
      path.removeLast();
    }
  }

  static boolean driveLetter(CharSequence text) {
    return text.length() == 2
        && asciiAlpha(text.charAt(0))
        && (text.charAt(1) == ':' || text.charAt(1) == '|');
  }

  static boolean normalDriveLetter(CharSequence text) {
    return driveLetter(text) && text.charAt(1) == ':';
  }

  static boolean asciiAlpha(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean asciiDigit(int c) {
    return c >= '0' && c <= '9';
  }

  String pathText() {
    return opaque ? opaquePath.toString() : path.isEmpty() ? "" : "/" + String.join("/", path);
  }
}
