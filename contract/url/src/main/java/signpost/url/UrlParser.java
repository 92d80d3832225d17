package signpost.url;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The basic URL parser of the WHATWG URL standard, state by state, without the setters' overrides.
 *
 * @see <a href="https://url.spec.whatwg.org/#concept-basic-url-parser">URL standard</a>
 */
final class UrlParser {
  private final UrlInput input;
  private final @Nullable WebUrl base;
  private final UrlParts url = new UrlParts();
  private final StringBuilder buffer = new StringBuilder();
  private boolean atSignSeen;
  private boolean insideBrackets;
  private String problem = "";

  private UrlParser(String text, @Nullable WebUrl base) {
    this.input = new UrlInput(text);
    this.base = base;
  }

  static Optional<WebUrl> parse(String text, @Nullable WebUrl base) {
    var parser = new UrlParser(text, base);
    return parser.run() ? Optional.of(new WebUrl(parser.url)) : Optional.empty();
  }

  static Optional<String> problem(String text) {
    var parser = new UrlParser(text, null);
    return parser.run() ? Optional.empty() : Optional.of(parser.problem);
  }

  private boolean run() {
    UrlState state = UrlState.SCHEME_START;
    for (; !input.ended(); input.advance()) {
      state = step(state, input.current());
      if (state == UrlState.FAILED) {
        return false;
      }
    }
    return true;
  }

  private UrlState step(UrlState state, int c) {
    return switch (state) {
      case SCHEME_START -> schemeStart(c);
      case SCHEME -> scheme(c);
      case NO_SCHEME -> noScheme(c);
      case SPECIAL_RELATIVE_OR_AUTHORITY ->
          input.twoSlashes() ? UrlState.SPECIAL_AUTHORITY_IGNORE_SLASHES : again(UrlState.RELATIVE);
      case PATH_OR_AUTHORITY -> c == '/' ? UrlState.AUTHORITY : again(UrlState.PATH);
      case RELATIVE -> relative(c);
      case RELATIVE_SLASH -> relativeSlash(c);
      case SPECIAL_AUTHORITY_SLASHES ->
          input.twoSlashes()
              ? UrlState.SPECIAL_AUTHORITY_IGNORE_SLASHES
              : again(UrlState.SPECIAL_AUTHORITY_IGNORE_SLASHES);
      case SPECIAL_AUTHORITY_IGNORE_SLASHES ->
          c == '/' || c == '\\' ? state : again(UrlState.AUTHORITY);
      case AUTHORITY -> authority(c);
      case HOST -> host(c);
      case PORT -> port(c);
      case FILE -> file(c);
      case FILE_SLASH -> fileSlash(c);
      case FILE_HOST -> fileHost(c);
      case PATH_START -> pathStart(c);
      case PATH -> path(c);
      case OPAQUE_PATH -> opaquePath(c);
      case QUERY -> query(c);
      case FRAGMENT -> fragment(c);
      case FAILED -> state;
    };
  }

  private UrlState again(UrlState next) {
    input.back(1);
    return next;
  }

  private UrlState failed(String why) {
    problem = why;
    return UrlState.FAILED;
  }

  private boolean slash(int c) {
    return c == '/' || (c == '\\' && url.special());
  }

  private boolean endsAuthority(int c) {
    return c == UrlInput.EOF || c == '?' || c == '#' || slash(c);
  }

  private String takeBuffer() {
    String text = buffer.toString();
    buffer.setLength(0);
    return text;
  }

  private UrlState startQuery() {
    url.query = "";
    return UrlState.QUERY;
  }

  private UrlState startFragment() {
    url.fragment = new StringBuilder();
    return UrlState.FRAGMENT;
  }

  private UrlState schemeStart(int c) {
    if (!UrlParts.asciiAlpha(c)) {
      return again(UrlState.NO_SCHEME);
    }
    buffer.appendCodePoint(c);
    return UrlState.SCHEME;
  }

  private UrlState scheme(int c) {
    if (UrlParts.asciiAlpha(c) || UrlParts.asciiDigit(c) || c == '+' || c == '-' || c == '.') {
      buffer.appendCodePoint(c);
      return UrlState.SCHEME;
    }
    if (c != ':') {
      buffer.setLength(0);
      input.restart();
      return UrlState.NO_SCHEME;
    }
    url.scheme = takeBuffer().toLowerCase(Locale.ROOT);
    if (url.scheme.equals("file")) {
      return UrlState.FILE;
    }
    if (url.special()) {
      return base != null && base.scheme().equals(url.scheme)
          ? UrlState.SPECIAL_RELATIVE_OR_AUTHORITY
          : UrlState.SPECIAL_AUTHORITY_SLASHES;
    }
    if (input.next() == '/') {
      input.advance();
      return UrlState.PATH_OR_AUTHORITY;
    }
    url.opaque = true;
    return UrlState.OPAQUE_PATH;
  }

  private UrlState noScheme(int c) {
    if (base == null) {
      return failed("it has no scheme such as https:");
    }
    if (base.opaque() && c != '#') {
      return failed("it is relative to an address that has no path");
    }
    if (base.opaque()) {
      url.scheme = base.scheme();
      url.opaque = true;
      url.opaquePath.append(base.path());
      url.query = base.query().orElse(null);
      return startFragment();
    }
    return again(base.scheme().equals("file") ? UrlState.FILE : UrlState.RELATIVE);
  }

  private UrlState relative(int c) {
    WebUrl from = from();
    url.scheme = from.scheme();
    if (slash(c)) {
      return UrlState.RELATIVE_SLASH;
    }
    url.takeAuthority(from);
    url.takePath(from);
    return afterBasePath(c, true);
  }

  private WebUrl from() {
    if (base == null) {
      throw new IllegalStateException("A relative state without a base");
    }
    return base;
  }

  private UrlState afterBasePath(int c, boolean keepAllButLast) {
    if (c == '?') {
      return startQuery();
    }
    if (c == '#') {
      return startFragment();
    }
    if (c == UrlInput.EOF) {
      return url.scheme.equals("file") ? UrlState.FILE : UrlState.RELATIVE;
    }
    url.query = null;
    if (keepAllButLast) {
      url.shorten();
    } else {
      url.path.clear();
    }
    return again(UrlState.PATH);
  }

  private UrlState relativeSlash(int c) {
    if (url.special() && (c == '/' || c == '\\')) {
      return UrlState.SPECIAL_AUTHORITY_IGNORE_SLASHES;
    }
    if (c == '/') {
      return UrlState.AUTHORITY;
    }
    url.takeAuthority(from());
    return again(UrlState.PATH);
  }

  private UrlState authority(int c) {
    if (c == '@') {
      url.takeCredentials(atSignSeen ? "%40" + takeBuffer() : takeBuffer());
      atSignSeen = true;
      return UrlState.AUTHORITY;
    }
    if (!endsAuthority(c)) {
      buffer.appendCodePoint(c);
      return UrlState.AUTHORITY;
    }
    if (atSignSeen && buffer.isEmpty()) {
      return failed("it has a user name but no host");
    }
    String host = takeBuffer();
    input.back(host.codePointCount(0, host.length()) + 1);
    return UrlState.HOST;
  }

  private UrlState host(int c) {
    boolean portFollows = c == ':' && !insideBrackets;
    if (!portFollows && !endsAuthority(c)) {
      insideBrackets = c == '[' || (insideBrackets && c != ']');
      buffer.appendCodePoint(c);
      return UrlState.HOST;
    }
    if (buffer.isEmpty() && (portFollows || url.special())) {
      return failed("it has no host");
    }
    return takeHost() ? portFollows ? UrlState.PORT : again(UrlState.PATH_START) : UrlState.FAILED;
  }

  private boolean takeHost() {
    Optional<String> parsed = UrlHost.parse(takeBuffer(), !url.special());
    url.host = parsed.orElse(null);
    problem = "its host name is not valid";
    return parsed.isPresent();
  }

  private UrlState port(int c) {
    if (UrlParts.asciiDigit(c)) {
      buffer.appendCodePoint(c);
      return UrlState.PORT;
    }
    if (!endsAuthority(c)) {
      return failed("its port is not a number");
    }
    if (!buffer.isEmpty()) {
      int port = buffer.chars().reduce(0, (n, d) -> Math.min(n * 10 + d - '0', 65_536));
      buffer.setLength(0);
      if (port > 65_535) {
        return failed("its port is above 65535");
      }
      url.port = port == UrlParts.defaultPort(url.scheme) ? -1 : port;
    }
    return again(UrlState.PATH_START);
  }

  private UrlState file(int c) {
    url.scheme = "file";
    url.host = "";
    if (c == '/' || c == '\\') {
      return UrlState.FILE_SLASH;
    }
    if (base == null || !base.scheme().equals("file")) {
      return again(UrlState.PATH);
    }
    url.host = base.hostOrNull();
    url.takePath(base);
    return afterBasePath(c, !input.driveLetterHere());
  }

  private UrlState fileSlash(int c) {
    if (c == '/' || c == '\\') {
      return UrlState.FILE_HOST;
    }
    if (base != null && base.scheme().equals("file")) {
      url.host = base.hostOrNull();
      if (!input.driveLetterHere()
          && !base.segments().isEmpty()
          && UrlParts.normalDriveLetter(base.segments().getFirst())) {
        url.path.add(base.segments().getFirst());
      }
    }
    return again(UrlState.PATH);
  }

  private UrlState fileHost(int c) {
    if (c != UrlInput.EOF && c != '/' && c != '\\' && c != '?' && c != '#') {
      buffer.appendCodePoint(c);
      return UrlState.FILE_HOST;
    }
    if (UrlParts.driveLetter(buffer)) {
      return again(UrlState.PATH);
    }
    if (!buffer.isEmpty()) {
      if (!takeHost()) {
        return UrlState.FAILED;
      }
      url.host = "localhost".equals(url.host) ? "" : url.host;
    }
    return again(UrlState.PATH_START);
  }

  private UrlState pathStart(int c) {
    if (!url.special() && c == '?') {
      return startQuery();
    }
    if (!url.special() && c == '#') {
      return startFragment();
    }
    if (url.special() || c != UrlInput.EOF) {
      return slash(c) ? UrlState.PATH : again(UrlState.PATH);
    }
    return UrlState.PATH_START;
  }

  private UrlState path(int c) {
    if (!endsAuthority(c)) {
      PercentCode.PATH.append(buffer, c);
      return UrlState.PATH;
    }
    url.takeSegment(takeBuffer(), slash(c));
    return switch (c) {
      case '?' -> startQuery();
      case '#' -> startFragment();
      default -> UrlState.PATH;
    };
  }

  private UrlState opaquePath(int c) {
    return switch (c) {
      case '?' -> startQuery();
      case '#' -> startFragment();
      case UrlInput.EOF -> UrlState.OPAQUE_PATH;
      case ' ' -> {
        boolean last = input.next() == '?' || input.next() == '#';
        url.opaquePath.append(last ? "%20" : " ");
        yield UrlState.OPAQUE_PATH;
      }
      default -> {
        PercentCode.CONTROL.append(url.opaquePath, c);
        yield UrlState.OPAQUE_PATH;
      }
    };
  }

  private UrlState query(int c) {
    if (c != UrlInput.EOF && c != '#') {
      buffer.appendCodePoint(c);
      return UrlState.QUERY;
    }
    PercentCode set = url.special() ? PercentCode.SPECIAL_QUERY : PercentCode.QUERY;
    url.query = set.encode(takeBuffer());
    return c == '#' ? startFragment() : UrlState.QUERY;
  }

  private UrlState fragment(int c) {
    if (c != UrlInput.EOF && url.fragment != null) {
      PercentCode.FRAGMENT.append(url.fragment, c);
    }
    return UrlState.FRAGMENT;
  }
}
