package signpost.tools.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import signpost.web.fetch.Headers;

/** Links in the {@code Link} (RFC 8288) and {@code Refresh} headers of an answer. */
final class HeaderLinks {
  private HeaderLinks() {}

  static List<FoundLink> in(Headers headers) {
    List<FoundLink> links = new ArrayList<>();
    for (String value : headers.all("link")) {
      int next;
      for (int open = value.indexOf('<'); open >= 0; open = next) {
        int close = value.indexOf('>', open);
        if (close < 0) {
          break;
        }
        next = value.indexOf('<', close);
        String rest = value.substring(close, next < 0 ? value.length() : next);
        if (!rest.toLowerCase(Locale.ROOT)
            .matches("(?s).*rel\\s*=\\s*\"?(preconnect|dns-prefetch).*")) {
          links.add(new FoundLink(value.substring(open + 1, close), 0, 0, "Link header", ""));
        }
      }
    }
    for (String value : headers.all("refresh")) {
      refresh(value).ifPresent(href -> links.add(new FoundLink(href, 0, 0, "Refresh header", "")));
    }
    return links;
  }

  /** {@code 5; url='next.html'}, with as little of it as browsers make do with. */
  static Optional<String> refresh(String value) {
    int i = 0;
    while (i < value.length() && " \t\n\r\f0123456789.".indexOf(value.charAt(i)) >= 0) {
      i++;
    }
    while (i < value.length() && " \t\n\r\f;,".indexOf(value.charAt(i)) >= 0) {
      i++;
    }
    String rest = value.substring(i).strip();
    if (rest.toLowerCase(Locale.ROOT).matches("(?s)url\\s*=.*")) {
      rest = rest.substring(rest.indexOf('=') + 1).strip();
    }
    if (!rest.isEmpty() && (rest.charAt(0) == '"' || rest.charAt(0) == '\'')) {
      int end = rest.indexOf(rest.charAt(0), 1);
      rest = rest.substring(1, end < 0 ? rest.length() : end);
    }
    return Optional.of(rest).filter(href -> !href.isBlank());
  }
}
