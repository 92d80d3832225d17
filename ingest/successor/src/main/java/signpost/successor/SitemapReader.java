package signpost.successor;

import java.util.List;
import java.util.stream.Stream;
import signpost.successor.SearchAnswer.NoAnswer;
import signpost.successor.SearchAnswer.SitemapAnswer;
import signpost.url.WebUrl;
import signpost.web.extract.SitemapText;
import signpost.web.extract.SitemapText.SitemapAddress;
import signpost.web.fetch.FetchOutcome.Answered;

/** The pages that a sitemap lists, packed or not, or the sitemaps that an index does. */
final class SitemapReader {
  /** Of a list of bare lines. */
  private static final int MOST = 50_000;

  private SitemapReader() {}

  static SearchAnswer read(Answered answer) {
    String text = SitemapText.text(answer.body().bytes());
    SitemapText sitemap = SitemapText.in(text);
    List<WebUrl> found = urls(SitemapText.is(text) ? pages(sitemap) : lines(text), answer);
    if (found.isEmpty()) {
      return new NoAnswer();
    }
    return sitemap.index()
        ? new SitemapAnswer(List.of(), found)
        : new SitemapAnswer(found, List.of());
  }

  private static List<WebUrl> urls(Stream<String> hrefs, Answered answer) {
    return hrefs.flatMap(it -> WebUrl.parse(it, answer.finalUrl()).stream()).toList();
  }

  private static Stream<String> pages(SitemapText sitemap) {
    return sitemap.addresses().stream().filter(SitemapAddress::page).map(SitemapAddress::href);
  }

  /** A text with one address in each line is a sitemap too. */
  private static Stream<String> lines(String text) {
    return text.lines()
        .limit(MOST)
        .map(String::strip)
        .filter(it -> it.startsWith("https://") || it.startsWith("http://"));
  }
}
