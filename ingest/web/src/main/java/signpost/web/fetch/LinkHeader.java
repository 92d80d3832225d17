package signpost.web.fetch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;

/**
 * The links that stand in the head of an answer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288</a>
 */
public final class LinkHeader {
  private static final Pattern LINK = Pattern.compile("<([^>]{1,2000})>([^<]{0,1000})");
  private static final Pattern RELATION =
      Pattern.compile("(?i);\\s{0,9}rel\\s{0,9}=\\s{0,9}(?:\"([^\"]*)\"|([^\\s;,\"]+))");

  private LinkHeader() {}

  /** Where links of any of these relations lead, in order; what is no address is left out. */
  public static List<WebUrl> of(Answered answer, Set<String> relations) {
    List<WebUrl> found = new ArrayList<>();
    for (String header : answer.headers().all("link")) {
      Matcher link = LINK.matcher(header);
      while (link.find()) {
        if (isAny(link.group(2), relations)) {
          WebUrl.parse(link.group(1), answer.finalUrl()).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static boolean isAny(String parameters, Set<String> relations) {
    Matcher relation = RELATION.matcher(parameters);
    return relation.find()
        && Arrays.stream(
                (relation.group(1) == null ? relation.group(2) : relation.group(1))
                    .toLowerCase(Locale.ROOT)
                    .split("\\s+", -1))
            .anyMatch(relations::contains);
  }
}
