package signpost.tools.check;

import java.util.ArrayList;
import java.util.List;

/**
 * The addresses of a {@code srcset}.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute">HTML</a>
 */
final class Srcset {
  private Srcset() {}

  static List<String> urls(String srcset) {
    List<String> urls = new ArrayList<>();
    int i = 0;
    while (i < srcset.length()) {
      while (i < srcset.length() && (blank(srcset.charAt(i)) || srcset.charAt(i) == ',')) {
        i++;
      }
      int from = i;
      while (i < srcset.length() && !blank(srcset.charAt(i))) {
        i++;
      }
      String url = srcset.substring(from, i);
      if (url.endsWith(",")) {
        url = url.replaceAll("(?<!,),++$", "");
      } else {
        i = afterDescriptors(srcset, i);
      }
      if (!url.isEmpty()) {
        urls.add(url);
      }
    }
    return urls;
  }

  private static int afterDescriptors(String srcset, int from) {
    int depth = 0;
    for (int i = from; i < srcset.length(); i++) {
      char c = srcset.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth <= 0) {
        return i + 1;
      }
    }
    return srcset.length();
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
