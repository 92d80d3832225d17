package signpost.web.extract;

import java.util.Locale;
import java.util.Set;

/** Tells by its ending the address of a file that people open from that of a page. */
public final class FileAddress {
  /** Files people open, beside those we read ourselves. */
  private static final Set<String> OTHER_ENDINGS =
      Set.of("doc", "xls", "xlsx", "ods", "csv", "ppt", "odp", "rtf");

  private FileAddress() {}

  public static boolean is(String href) {
    int end = href.length();
    for (char c : new char[] {'#', '?'}) {
      int at = href.lastIndexOf(c, end - 1);
      end = at > 0 ? at : end;
    }
    int dot = href.lastIndexOf('.', end - 1);
    String ending = dot < 0 ? "" : href.substring(dot + 1, end).toLowerCase(Locale.ROOT);
    return MediaKind.documentEndings().contains(ending) || OTHER_ENDINGS.contains(ending);
  }
}
