package signpost.tools.check;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Optional;
import signpost.url.WebUrl;

/**
 * How links are read before anything is asked. {@code remaps}: put in the place of addresses, the
 * first that matches; {@code base}: what relative links of files are relative to; {@code
 * extensions}: tried where a file is missing; {@code indexes}: what is shown of a folder, {@code .}
 * for the folder itself.
 */
public record LinkRules(
    List<LinkRemap> remaps, Optional<WebUrl> base, List<String> extensions, List<String> indexes) {
  /** What is shown of a folder, by servers and where Markdown is shown by itself. */
  static final List<String> INDEXES =
      List.of("index.html", "index.htm", "index.xhtml", "index.md", "README.md");

  /** A file of another machine, whose name would be taken for nothing. */
  private static final Pattern ELSEWHERE = Pattern.compile("(?i)file://[^/].*");

  /** As links are read without any option. */
  public static final LinkRules USUAL =
      new LinkRules(List.of(), Optional.empty(), List.of(), INDEXES);

  public LinkRules {
    remaps = List.copyOf(remaps);
    extensions = List.copyOf(extensions);
    indexes = List.copyOf(indexes);
  }

  /**
   * A pattern that tells some links from others.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static Pattern pattern(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("an empty pattern would match every link");
    }
    return compiled(text, text);
  }

  private static Pattern compiled(String pattern, String written) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("'" + written + "' is no pattern: " + e.getDescription());
    }
  }

  /** One address for another; {@code with} may name groups, as {@code $1}. */
  public record LinkRemap(Pattern pattern, String with) {
    /**
     * Reads {@code PATTERN=REPLACEMENT}, parted at the first {@code =}.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static LinkRemap of(String text) {
      int parting = text.indexOf('=');
      if (parting < 1) {
        throw new IllegalArgumentException("'" + text + "' is not like 'PATTERN=REPLACEMENT'");
      }
      Pattern pattern = compiled(text.substring(0, parting), text);
      var remap = new LinkRemap(pattern, text.substring(parting + 1));
      remap.tried();
      return remap;
    }

    /** Finds groups that are not there before any link does. */
    private void tried() {
      for (int at = with.indexOf('$'); at >= 0; at = with.indexOf('$', at + 1)) {
        String digits = with.substring(at + 1).replaceFirst("(?s)\\D.*", "");
        boolean escaped = at > 0 && with.charAt(at - 1) == '\\';
        if (!escaped && (digits.isEmpty() || digits.length() > 2 || tooMany(digits))) {
          throw new IllegalArgumentException(
              "'" + with + "' names a group that the pattern does not have; a plain $ is \\$");
        }
      }
      if (with.endsWith("\\")) {
        throw new IllegalArgumentException("'" + with + "' ends with a backslash");
      }
    }

    private boolean tooMany(String digits) {
      return Integer.parseInt(digits) > pattern.groupCount();
    }
  }

  /** The address that is meant; empty if the one that was put in its place is none. */
  Optional<WebUrl> remapped(WebUrl url) {
    for (LinkRemap remap : remaps) {
      var matcher = remap.pattern().matcher(url.href());
      if (matcher.find()) {
        String text = matcher.replaceFirst(remap.with());
        return ELSEWHERE.matches(text) ? Optional.empty() : WebUrl.parse(text);
      }
    }
    return Optional.of(url);
  }

  /**
   * What relative links may be relative to.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static WebUrl base(String text) {
    return WebUrl.parse(text.endsWith("/") ? text : text + "/")
        .filter(WebUrl::web)
        .orElseThrow(() ->
            new IllegalArgumentException("'" + text + "' is no URL such as https://example.org/"));
  }
}
