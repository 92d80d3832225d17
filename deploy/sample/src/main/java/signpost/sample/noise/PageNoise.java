package signpost.sample.noise;

import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The noise a page has for good: one kind or two of all there are, shared out among the pages. */
public final class PageNoise {
  /** So many pages have all kinds among them. */
  private static final int PAGES = 60;

  /** Pages that noise links to and that nobody has written. */
  private static final String LEADING_NOWHERE =
      "a[href^=/stories/], a[href^=/start], a[href^=/files/], a[href*=.example/]";

  private PageNoise() {}

  /**
   * The page as one visit shows it.
   *
   * @param nth of all pages: those after each other have other kinds
   * @param faces whether some visits may show another page in place of this one
   */
  public static String disturbed(String html, int nth, boolean faces, NoisyVisit moment) {
    Document page = Jsoup.parse(html);
    page.outputSettings().prettyPrint(false);
    of(nth, faces).forEach(noise -> noise.disturb(page, moment));
    page.select(LEADING_NOWHERE).attr("href", "/");
    return page.outerHtml();
  }

  /** None of those that may be told before they are known for what they are. */
  static List<NoiseKind> of(int nth, boolean faces) {
    List<NoiseKind> kinds =
        (faces ? NoiseKinds.ALL : NoiseKinds.STEADY)
            .stream().filter(noise -> noise.allowed() == 0).toList();
    return IntStream.range(0, kinds.size())
        .filter(kind -> kind % PAGES == nth % PAGES)
        .mapToObj(kinds::get)
        .toList();
  }
}
