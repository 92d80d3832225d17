package signpost.web.extract;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the lines that offer a document: its name with a link to the file, its format and size. */
final class DocumentLines {
  /** Files people open, beside those we read ourselves. */
  private static final Set<String> OTHER_ENDINGS =
      Set.of("doc", "xls", "xlsx", "ods", "csv", "ppt", "odp", "rtf");

  /** "PDF", "2.1 MB", "71 page PDF", "Excel document": what a template says of a file. */
  private static final Pattern ABOUT_A_FILE =
      Pattern.compile(
          "(?i)\\W*(?:(?:pdf|word|excel|powerpoint|docx?|xlsx?|pptx?|od[tsp]|csv|rtf|epub|document"
              + "|spreadsheet|file|type|format|size|pages?|tudalen(?:nau)?|maint|[\\d.,]+|bytes|[kmg]i?b)\\b\\W*)+");

  private static final int LONGEST = 60;

  /** So many lines may stand between a file's name and what is said of it. */
  private static final int NEAR = 4;

  private DocumentLines() {}

  /** For each line whether it is one. */
  static boolean[] of(BlockWalk walk) {
    boolean[] offers = new boolean[walk.blocks.size()];
    for (BlockWalk.WalkedLink link : walk.links) {
      if (link.block() >= 0 && leadsToFile(link.href())) {
        offers[link.block()] = true;
      }
    }
    int last = -NEAR - 1;
    for (int i = 0; i < offers.length; i++) {
      last = offers[i] ? i : last;
      offers[i] |= i - last <= NEAR && isAboutFile(walk.blocks.get(i).text().text());
    }
    return offers;
  }

  static boolean offersFile(ElementBox box) {
    return box.isSmall()
        && box.element.select("a[href]").stream().anyMatch(link -> leadsToFile(link.attr("href")));
  }

  /** Whether a part offers a file or says what one is. */
  static boolean isOfFile(ElementBox box, String text) {
    return isAboutFile(text) || offersFile(box);
  }

  private static boolean isAboutFile(String line) {
    return line.length() <= LONGEST && ABOUT_A_FILE.matcher(line).matches();
  }

  private static boolean leadsToFile(String href) {
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
